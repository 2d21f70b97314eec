// Every visible text whose contrast with what is behind it is below WCAG 2.1 AA (4.5 to 1), as a list of sentences.
// Large text may have less, but here it need not. Runs in the page.

const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });

function parse(colour) {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
  return { channels: [red, green, blue], alpha: alpha / 255 };
}

function over(front, alpha, back) {
  return front.map((channel, index) => channel * alpha + back[index] * (1 - alpha));
}

function ancestors(element) {
  const chain = [];
  for (let at = element; at !== null; at = at.parentElement) chain.push(at);
  return chain;
}

function ground(element) {
  return ancestors(element).reverse().reduce((back, at) => {
    const { channels, alpha } = parse(getComputedStyle(at).backgroundColor);
    return over(channels, alpha, back);
  }, [255, 255, 255]);
}

function luminance(channels) {
  const [red, green, blue] = channels.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(element) {
  const back = ground(element);
  const opacity = ancestors(element).reduce((product, at) => product * Number(getComputedStyle(at).opacity), 1);
  const { channels, alpha } = parse(getComputedStyle(element).color);
  const [darker, lighter] = [luminance(over(channels, alpha * opacity, back)), luminance(back)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const found = new Set();
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const element = walker.currentNode.parentElement;
  const text = walker.currentNode.textContent.trim();
  const hidden = element.closest(".visually-hidden, noscript, script, :disabled");
  if (text === "" || hidden || !element.checkVisibility()) continue;
  const ratio = contrast(element);
  if (ratio < 4.5) found.add(`${element.className || element.tagName}: “${text.slice(0, 30)}” ${ratio.toFixed(2)}`);
}
return [...found];
