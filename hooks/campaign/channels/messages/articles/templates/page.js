/* Shows an article as a phone does, and copies it as it is: its HTML and its text, for whichever the editor takes. */
(function () {
  "use strict";
  var doc = document;
  var held = JSON.parse(doc.getElementById("article").textContent);
  var shown = doc.querySelector("[data-article]"), button = doc.querySelector("[data-copy]"), said = doc.querySelector("[role=status]");

  /* The page's policy blocks style attributes; a style that a script sets is allowed. */
  function draw() {
    var marked = held.html.replace(/<[^>]*>/g, function (tag) { return tag.replace(" style=", " data-style="); });
    var made = new DOMParser().parseFromString(marked, "text/html");
    shown.textContent = "";
    [].slice.call(made.body.childNodes).forEach(function (node) { shown.appendChild(doc.importNode(node, true)); });
    [].slice.call(shown.querySelectorAll("[data-style]")).forEach(function (node) {
      node.style.cssText = node.getAttribute("data-style");
      node.removeAttribute("data-style");
    });
  }

  function tell(done) { said.textContent = done ? said.dataset.said : said.dataset.selected; }

  function select() {
    var range = doc.createRange(), selection = window.getSelection();
    range.selectNodeContents(shown);
    selection.removeAllRanges();
    selection.addRange(range);
  }

  /* What is copied by hand, too, is the article as it was made, not as this page shows it. */
  doc.addEventListener("copy", function (event) {
    var selection = window.getSelection(), parts = shown.firstElementChild.children;
    var whole = selection.containsNode(parts[0], true) && selection.containsNode(parts[parts.length - 1], true);
    if (!whole || !event.clipboardData) return;
    event.clipboardData.setData("text/html", held.html);
    event.clipboardData.setData("text/plain", held.text);
    event.preventDefault();
  });

  /* By selecting and copying: the HTML reaches the clipboard untouched, from a file in a folder too. */
  function byEvent() {
    var done = false;
    select();
    try { done = doc.execCommand("copy"); } catch (error) { done = false; }
    if (done) window.getSelection().removeAllRanges();
    return done;
  }

  /* Where a browser no longer copies so; it reads the HTML over, and says what this page's policy thinks of its styles. */
  function byItem() {
    return navigator.clipboard.write([new ClipboardItem({
      "text/html": new Blob([held.html], { type: "text/html" }),
      "text/plain": new Blob([held.text], { type: "text/plain" })
    })]);
  }

  button.addEventListener("click", function () {
    if (byEvent()) { tell(true); return; }
    /* What stays selected can be copied by hand. */
    if (!window.ClipboardItem || !navigator.clipboard || !navigator.clipboard.write) { tell(false); return; }
    byItem().then(function () { tell(true); }, function () { tell(false); });
  });

  draw();
  button.hidden = false;
})();
