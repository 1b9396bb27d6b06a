// Without a network, the urgent, contact and verify pages are still there; sw.js says how.
navigator.serviceWorker?.register(new URL("../../sw.js", import.meta.url)).catch(() => { /* the network it is */ });
