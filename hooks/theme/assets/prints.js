/* What is taken away: three questions lead to a pack, and a size is picked on a poster's card. */
(function () {
  "use strict";
  var doc = document;
  function all(selector, within) { return [].slice.call((within || doc).querySelectorAll(selector)); }

  /* A card shows one size: its picture, its millimetres, its files. */
  all("[data-print]").forEach(function (card) {
    var pick = card.querySelector("[data-pick]"), picture = card.querySelector("img"), sizes = all(".print-of", card);
    if (!pick) return;
    pick.addEventListener("change", function () {
      sizes.forEach(function (size, number) {
        var chosen = String(number) === pick.value, said = size.dataset;
        size.classList.toggle("is-picked", chosen);
        if (!chosen) return;
        picture.src = said.of;
        picture.alt = said.alt;
        picture.width = said.width;
        picture.height = said.height;
      });
    });
  });

  /* Three questions: what fits all answers given stays, the best of it in front. The answers stand in the address. */
  all("form[data-ask]").forEach(function (form) {
    var given = new URLSearchParams(location.search), offers = all("[data-offer]"), output = form.querySelector("output");
    var names = all("fieldset", form).map(function (field) { return field.querySelector("input").name; });
    var clear = form.querySelector("[type=reset]"), embed = doc.getElementById("embed"), list = doc.getElementById(form.dataset.ask);
    var every = form.querySelector("[data-ask-all]"), link = form.querySelector("[data-ask-link]"), linked = link.textContent;
    /* Who comes by a link into the list sees all of it. */
    var whole = list.contains(doc.getElementById(location.hash.slice(1)));

    function answer(name) {
      var chosen = all("input", form).filter(function (input) { return input.name === name && input.checked; })[0];
      return chosen ? chosen.value : "";
    }
    function fits(offer, name, value) {
      var said = offer.dataset[name].split(" ");
      return !value || said[0] === "*" || said.indexOf(value) >= 0;
    }
    function show() {
      var answers = names.map(function (name) { return [name, answer(name)]; });
      var asked = answers.filter(function (one) { return one[1]; }), count = 0;
      offers.forEach(function (offer) {
        var fit = asked.every(function (one) { return fits(offer, one[0], one[1]); });
        var best = fit && asked.length === names.length && !count;
        if (offer !== embed) offer.hidden = !fit;
        offer.classList.toggle("is-best", best);
        if (best && offer.tagName === "DETAILS") offer.open = true;
        all("details.held, details.save", offer).forEach(function (part) { part.open = best; });
        count += fit ? 1 : 0;
      });
      all("[data-offers]").forEach(function (part) { part.hidden = !part.querySelector("[data-offer]:not([hidden])"); });
      output.textContent = asked.length ? (count ? output.dataset.said : output.dataset.none).replace("{n}", count) : "";
      list.hidden = asked.length ? !list.querySelector("[data-offer]:not([hidden])") : !whole;
      every.hidden = asked.length > 0 || whole;
      clear.hidden = link.hidden = !asked.length;
      link.textContent = linked;
      return answers;
    }
    function remember(answers) {
      var said = new URLSearchParams(location.search);
      answers.forEach(function (one) { if (one[1]) said.set(one[0], one[1]); else said.delete(one[0]); });
      var query = said.toString();
      try { history.replaceState(null, "", location.pathname + (query ? "?" + query : "") + location.hash); } catch (error) { return; }
    }
    all("input", form).forEach(function (input) { input.checked = given.get(input.name) === input.value; });
    function lead(answers) {
      var first = list.hidden ? doc.querySelector(".is-best") : list;
      if (first && answers.every(function (one) { return one[1]; })) first.scrollIntoView({ block: "start" });
    }
    form.addEventListener("change", function () {
      var answers = show();
      remember(answers);
      lead(answers);
    });
    every.addEventListener("click", function () {
      whole = true;
      show();
      list.scrollIntoView({ block: "start" });
    });
    link.addEventListener("click", function () {
      var address = doc.createElement("input");
      function done() { link.textContent = link.dataset.done; }
      function itself() {
        address.value = location.href;
        form.appendChild(address);
        address.select();
        var copied = doc.execCommand("copy");
        form.removeChild(address);
        link.focus();
        if (copied) done();
      }
      if (navigator.clipboard) navigator.clipboard.writeText(location.href).then(done, itself); else itself();
    });
    form.addEventListener("reset", function () { setTimeout(function () { remember(show()); }); });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    lead(show());
  });
})();
