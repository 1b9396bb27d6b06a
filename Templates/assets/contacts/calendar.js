// A worker of pill.js.
new Intl.DateTimeFormat("en-US").format(0);
postMessage(0);
