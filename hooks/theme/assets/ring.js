/* A profile ring: a photo of one's own, cut square, with the ring around it; nothing leaves the device. */
(function () {
  "use strict";
  var SIDE = 1080;
  [].slice.call(document.querySelectorAll("[data-ring]")).forEach(function (part) {
    var file = part.querySelector("input"), said = part.querySelector("[role=status]"), words = said.querySelectorAll("span");
    var made = new Image(SIDE / 2, SIDE / 2);
    made.alt = said.dataset.alt;
    function tell(done) {
      if (done) said.insertBefore(made, words[0]);
      made.hidden = words[0].hidden = !done;
      words[1].hidden = done;
    }
    function opened(source) {
      return new Promise(function (good, bad) {
        var picture = new Image();
        picture.onload = function () { good(picture); };
        picture.onerror = bad;
        picture.src = source;
      });
    }
    function read(chosen) {
      return new Promise(function (good, bad) {
        var reader = new FileReader();
        reader.onload = function () { good(reader.result); };
        reader.onerror = bad;
        reader.readAsDataURL(chosen);
      });
    }
    function drawn(both) {
      var photo = both[0], canvas = document.createElement("canvas"), pen = canvas.getContext("2d");
      var side = Math.min(photo.naturalWidth, photo.naturalHeight);
      canvas.width = canvas.height = SIDE;
      pen.drawImage(photo, (photo.naturalWidth - side) / 2, (photo.naturalHeight - side) / 2, side, side, 0, 0, SIDE, SIDE);
      pen.drawImage(both[1], 0, 0, SIDE, SIDE);
      return canvas.toDataURL("image/png");
    }
    file.addEventListener("change", function () {
      if (!file.files.length) return;
      read(file.files[0])
        .then(function (source) { return Promise.all([opened(source), opened(part.dataset.ring)]); })
        .then(drawn)
        .then(opened)
        .then(function (picture) { made.src = picture.src; tell(true); }, function () { tell(false); });
    });
  });
})();
