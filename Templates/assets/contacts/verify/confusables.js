// Letters that look like Latin ones: the part of Unicode's confusables.txt (UTS 39, section 4) that can spell the
// names of this site, lower case. Compatibility forms (full-width, mathematical) and accents are undone by
// normalisation and need no entry. Each line: the Latin letter, then what is taken for it.
const LINES = `
a аɑαａᴀꭺ
b ьƅЬвʙᏏƄɓ
c сϲᴄⅽꮯ
d ԁɗԃᏧꓒđᴅ
e еєҽɛεҿᴇꬲ
f ẝꞙſƒϝ
g ɡցƍɢԍ
h һհᏂнʜħ
i іıɩιӏוɪꙇӀ
j јϳʝյ
k кκĸᴋҝқ
l ӏⅼ|ןıŀłⵏ∣ǀ
m мᴍϻ
n ոռпηɴղп
o оοσօᴏօօօ๐໐ဝ૦०০੦௦൦〇øⲟסه
p рρᴘþϱⲣ
q ԛգզ
r гᴦɾⲅꭇʀ
s ѕꜱƽʂ
t тτᴛțţŧ
u υսᴜցμцʋᴗ
v νѵᴠט
w ԝшաᴡɯω
x хχ×ⅹ
y уүγყỿʏ
z ᴢʐżζ
`;

export const CONFUSABLES = new Map(
  LINES.trim().split("\n").flatMap((line) => [...line.slice(2)].map((letter) => [letter, line[0]])),
);
