"use strict";
(function () {
  // A script error starts the page anew, at most every ten seconds; nothing is asked of any network.
  function again() {
    var last = 0;
    try { last = Number(sessionStorage.getItem("again")) || 0; sessionStorage.setItem("again", String(Date.now())); } catch (e) { last = Date.now() - 60000; }
    setTimeout(function () { location.reload(); }, Math.abs(Date.now() - last) < 10000 ? 10000 : 300);
  }
  window.addEventListener("error", function (event) { if (!(event.target instanceof HTMLElement)) again(); });
  window.addEventListener("unhandledrejection", again);

  function byId(id) { return document.getElementById(id); }
  var data = JSON.parse(byId("data").textContent);
  byId("data").remove();
  var stage = byId("stage"), pictures = [byId("a"), byId("b")], video = byId("v"), band = byId("band"), last = byId("last");
  var broken = Object.create(null), front = 0, at = -1, paused = false, turned = 0, timer = 0, changed = Date.now(), steps = 0, busy = Promise.resolve(), moving = 0, shown = "";
  if (data.strip) { stage.className = "strip"; requestAnimationFrame(function (time) { listen(time); }); }

  // ---- time: the device's clock, believed only near the campaign and never before the data was made; while it is
  // wrong only what holds on any day is shown ----
  function moment(text) { return text ? new Date(text).getTime() : NaN; }
  var DAY = 864e5, from = Math.max(moment(data.first + "T00:00") - 120 * DAY, data.told ? moment(data.told + "T00:00") - DAY : 0), to = moment(data.last + "T23:59") + 120 * DAY;
  function believed(now) { return now >= from && now <= to; }
  function minutes(text) { return Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5)); }
  function within(clock, opens, closes) {
    var a = opens ? minutes(opens) : 0, b = closes ? minutes(closes) : 1440;
    return a < b ? clock >= a && clock < b : clock >= a || clock < b;
  }
  function iso(day) { return day.getFullYear() + "-" + String(day.getMonth() + 1).padStart(2, "0") + "-" + String(day.getDate()).padStart(2, "0"); }
  function undated(entry) {
    return !entry.notice && !entry.rest && !entry.starts && !entry.ends && !entry.weekdays.length && !entry.opens && !entry.closes && !entry.since && !entry.until;
  }
  function due(entry, now) {
    if (entry.rest) return false;
    if (!believed(now)) return undated(entry);
    var day = new Date(now), today = iso(day), clock = day.getHours() * 60 + day.getMinutes();
    if (entry.until && now >= moment(entry.until)) return false;
    if (entry.notice) return !entry.since || now >= moment(entry.since);
    return !(entry.starts && today < entry.starts) && !(entry.ends && today > entry.ends) &&
      (!entry.weekdays.length || entry.weekdays.indexOf((day.getDay() + 6) % 7) >= 0) && within(clock, entry.opens, entry.closes);
  }
  function look(now) {
    var day = new Date(now), night = within(day.getHours() * 60 + day.getMinutes(), data.night[0], data.night[1]);
    return data.looks.length === 1 ? data.looks[0] : night && believed(now) ? "night" : "day";
  }
  function source(entry) {
    var now = Date.now(), key = entry.name + "|" + look(now);
    return data.pictures[key] !== undefined ? key : entry.name + "|" + data.looks[0];
  }
  function playable(entry) { return !broken[source(entry)]; }
  // What is due; where nothing is, what the display rests on. What is outside its dates is never shown: with nothing
  // left the campaign's name stands.
  function list() {
    var now = Date.now(), whole = data.entries.filter(playable);
    var found = whole.filter(function (entry) { return due(entry, now); });
    return found.length ? found : whole.filter(function (entry) { return entry.rest; });
  }

  // ---- showing: two pictures take turns; one that can't be decoded is skipped for good ----
  function show(entry) {
    var key = source(entry), film = data.films[key];
    return film ? showFilm(key, film) : showPicture(key, entry);
  }
  function showPicture(key, entry) {
    var next = pictures[1 - front], old = pictures[front];
    next.src = data.pictures[key] || "data:,";
    return next.decode().then(function () {
      front = 1 - front;
      old.className = ""; video.className = ""; video.pause(); last.className = "";
      next.className = "on";
      return data.strip ? scroll(next, entry) : entry.seconds * 1000;
    });
  }
  function showFilm(key, film) {
    if (video.dataset.key !== key) { video.src = film; video.dataset.key = key; }
    video.currentTime = 0;
    return video.play().then(function () {
      pictures[0].className = pictures[1].className = last.className = "";
      video.className = "on";
      return Math.max(1000, (isFinite(video.duration) ? video.duration : 10) * 1000);
    });
  }
  // A line moves by the same whole number of dots with each picture of this screen, about as fast as the film does:
  // parts of a dot, or now one and now two, tremble.
  var beat = 1000 / 60, beats = 0, since = 0;
  function listen(time) {
    if (!beats) since = time;
    if (beats++ < 60) requestAnimationFrame(listen);
    else beat = Math.min(100, Math.max(4, (time - since) / 60));
  }
  function scroll(picture, entry) {
    cancelAnimationFrame(moving);
    var wide = picture.naturalWidth, room = data.width, began = performance.now();
    var pace = beat, dots = Math.max(1, Math.round(data.pace * pace / 1000));
    picture.style.transform = wide <= room ? "translateX(" + Math.floor((room - wide) / 2) + "px)" : "translateX(" + room + "px)";
    if (wide <= room) return entry.seconds * 1000;
    function step(time) {
      if (!paused) picture.style.transform = "translateX(" + (room - dots * Math.max(0, Math.round((time - began) / pace))) + "px)";
      moving = requestAnimationFrame(step);
    }
    moving = requestAnimationFrame(step);
    return Math.ceil((wide + room) / dots) * pace;
  }
  function go(by) {
    clearTimeout(timer);
    busy = busy.then(function () { return turn(by, 0); });
    return busy;
  }
  function turn(by, tried) {
    var entries = list();
    steps += 1; changed = Date.now();
    if (!entries.length || tried > data.entries.length) { last.className = "on"; shown = ""; tick(); timer = setTimeout(go, 10000, 1); return null; }
    at = ((at + by) % entries.length + entries.length) % entries.length;
    var entry = entries[at];
    return show(entry).then(function (wait) { shown = entry.name; tick(); plan(wait); }, function () { broken[source(entry)] = true; if (by > 0) at -= 1; return turn(by, tried + 1); });
  }
  function plan(wait) { clearTimeout(timer); changed = Date.now() + wait; if (!paused) timer = setTimeout(go, wait, 1); }

  // ---- now and next: in the place of a frame's foot line, whose words it may cover; over nothing else ----
  function tick() {
    var now = Date.now(), word = data.words, found = null, label = "", left = "";
    if (!paused && now - changed > 60000) { changed = now; go(1); }
    if (believed(now) && data.footed.indexOf(shown) >= 0) {
      data.happenings.forEach(function (one) {
        var starts = moment(one.starts), ends = moment(one.ends);
        if (one.whole && found) return;
        if (now >= starts && now < ends && label !== word.now) { found = one; label = word.now; left = one.till; }
        else if (now < starts && !one.whole && !found && starts - now < 7 * DAY) { found = one; label = word.next; left = until(starts - now); }
      });
    }
    band.className = found ? "on" : "";
    var before = band.textContent;
    put("what", label); put("title", found ? marked(found) + found.title : ""); put("left", found ? (label === word.now ? left : word.countdown + " " + left) : "");
    if (found && (band.textContent.length !== before.length || title.textContent !== settled)) settle();
  }
  // The mark of sample data stands once: in the frame's corner, or here.
  function marked(one) { return one.sample && data.marked.indexOf(shown) < 0 ? data.words.mark : ""; }
  function until(gap) {
    var s = Math.floor(gap / 1000), d = Math.floor(s / 86400), two = function (n) { return String(n).padStart(2, "0"); };
    return (d ? d + " " + data.words.days + " " : "") + two(Math.floor(s / 3600) % 24) + ":" + two(Math.floor(s / 60) % 60) + ":" + two(s % 60);
  }
  // The whole title is read: it takes a second line, and smaller letters, as far as it needs.
  var title = byId("title"), settled = "";
  function settle() {
    settled = title.textContent;
    for (var share = 0.042; share > 0.014; share -= 0.002) {
      band.style.fontSize = Math.min(data.width, data.height) * share + "px";
      if (title.scrollWidth <= title.clientWidth && title.scrollHeight <= 0.92 * band.clientHeight) return;
    }
  }
  function put(id, text) { var node = byId(id); if (node.textContent !== text) node.textContent = text; }

  // ---- the room there is: the whole frame in any window, upright or turned by a quarter ----
  function fit() {
    var w = innerWidth, h = innerHeight, sideways = turned % 2;
    var scale = Math.min((sideways ? h : w) / data.width, (sideways ? w : h) / data.height);
    if (data.strip && scale > 1) scale = Math.floor(scale);
    stage.style.width = data.width + "px"; stage.style.height = data.height + "px";
    stage.style.transform = "rotate(" + turned * 90 + "deg) scale(" + scale + ") translate(-50%, -50%)";
    band.style.height = Math.round(Math.min(data.width, data.height) / 10) + "px";
    settle();
  }
  function pause() { paused = !paused; if (paused) clearTimeout(timer); else go(1); }
  function full() { if (document.fullscreenElement) document.exitFullscreen(); else if (document.documentElement.requestFullscreen) document.documentElement.requestFullscreen().catch(function () {}); }
  function keep() { if (navigator.wakeLock && document.visibilityState === "visible") navigator.wakeLock.request("screen").catch(function () {}); }
  document.addEventListener("keydown", function (event) {
    var act = { ArrowRight: function () { go(1); }, PageDown: function () { go(1); }, ArrowLeft: function () { go(-1); }, PageUp: function () { go(-1); }, " ": pause, f: full, F: full, r: function () { turned = (turned + 1) % 4; fit(); } }[event.key];
    if (act) { event.preventDefault(); act(); }
  });
  document.addEventListener("dblclick", full);
  document.addEventListener("visibilitychange", keep);
  addEventListener("resize", fit);
  window.kiosk = { step: go, pause: pause, state: function () { var entries = list(); return { steps: steps, paused: paused, at: at, name: entries[at] && entries[at].name, due: entries.map(function (e) { return e.name; }), broken: Object.keys(broken), look: look(Date.now()) }; } };
  fit(); keep(); tick(); setInterval(tick, 1000); go(1);
})();
