/* What a search finds, and in which order: campaignRanking(index) gives a pure function of what was typed. */
(function () {
  "use strict";
  var HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff", RUN = new RegExp("[" + HAN + "]+|[a-z0-9]+(?:[.'\u2019@-][a-z0-9]+)*", "g");
  var ISHAN = new RegExp("[" + HAN + "]"), BETWEEN = new RegExp("[^" + HAN + "a-z0-9]+", "g");
  /* How much it says of an entry that a word stands in its title, its other names, its second line, its hidden words;
     and among the words that staff have lead to it (search.yml), which must be just those. */
  var WORTH = [1, 0.95, 0.5, 0.4, 1.7], TITLE = 0, NAMES = 1, LINE = 2, LED = 4;
  var MOST = 30, OF_A_PAGE = 3, LEAST = 0.4, TAIL = 0.3, UNKNOWN = 2.5;

  function plain(text) {
    var said = text.normalize ? text.normalize("NFKC") : text;
    return said.toLowerCase().replace(/\u2019/g, "'");
  }

  /* As it is searched: every sign a space, so that a Latin word begins after one. */
  function spaced(text) { return " " + plain(text).replace(BETWEEN, " ").trim() + " "; }

  function stem(word) {
    var cut = word.replace(/(?:ies|y)$/, "i").replace(/(?:'s|ings?|ed|es|ers?|s|e)$/, "");
    return cut.length > 3 ? cut : word;
  }

  /* One slip: a letter too many, too few, another, or two exchanged. */
  function slip(one, other) {
    var short = one.length < other.length ? one : other, long = short === one ? other : one, at = 0;
    if (long.length - short.length > 1) return false;
    while (at < short.length && short[at] === long[at]) at += 1;
    if (long.length > short.length) return short.slice(at) === long.slice(at + 1);
    return short.slice(at + 1) === long.slice(at + 1)
      || (short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2));
  }

  function ranking(index) {
    var letter = {}, words = {}, group = {}, within = {}, longest = 1;
    Object.keys(index.initials).forEach(function (one) {
      index.initials[one].split("").forEach(function (sign) { letter[sign] = one; });
    });
    function initials(text) { return text.split("").map(function (sign) { return letter[sign] || sign; }).join(""); }
    function spelled(text) { return (text.match(RUN) || []).forEach(function (one) { if (one.length > 3 && !ISHAN.test(one)) words[one] = true; }); }

    var entries = index.entries.map(function (row) {
      var names = row[4] || "", fields = [row[2], names, row[3], row[5] || ""].map(spaced), led = {};
      var bare = fields[TITLE].replace(/ /g, "");
      if (ISHAN.test(bare)) fields[TITLE] += bare + " ";
      spelled(fields[TITLE] + fields[NAMES] + fields[LINE]);
      (row[9] || []).forEach(function (word) { led[spaced(word).trim()] = true; });
      return {
        path: row[0], label: index.labels[row[1]], title: row[2], text: row[3], group: row[6] || "", ends: row[7] || 0,
        sample: !!row[8], fields: fields, led: led, names: names.split("\n").map(plain), bare: bare, initials: initials(bare)
      };
    });
    index.groups.forEach(function (found, at) {
      found.forEach(function (word) { group[spaced(word).trim()] = at; });
    });
    var known = Object.keys(group), ask = {}, skip = {};
    known.forEach(function (one) { longest = Math.max(longest, one.length); spelled(one); });
    index.ask.forEach(function (one) { ask[one] = true; longest = Math.max(longest, one.length); });
    index.skip.forEach(function (one) { skip[one] = true; });
    var vocabulary = Object.keys(words);

    /* Where a form stands in a text: Han anywhere, Latin at a word's beginning. How well: a whole word, or the beginning of one. */
    function stands(text, form) {
      if (ISHAN.test(form)) return text.indexOf(form) >= 0 ? 1 : 0;
      if (text.indexOf(" " + form + " ") >= 0 || text.indexOf(" " + form + "s ") >= 0) return 1;
      if (form.length > 2 && text.indexOf(" " + form) >= 0) return 0.85;
      /* Latin letters and figures stand between Han characters too. */
      if (!index.initials.a) return 0;
      if (!within[form]) within[form] = new RegExp("[" + HAN + "]" + form.replace(/[^a-z0-9]/g, "\\$&") + "(?![a-z0-9])");
      return within[form].test(text) ? 1 : 0;
    }

    /* A Latin word as a group has it, without the ending it was typed with. */
    function grouped(word) {
      var tried = [word, word.replace(/s$/, ""), word.replace(/es$/, ""), word.replace(/ies$/, "y"), word.replace(/(?:ed|ing)$/, ""), word.replace(/(?:d|ing)$/, "e").replace(/ee$/, "e")];
      return tried.filter(function (one) { return group[one] !== undefined; })[0];
    }

    /* Words that mean the same as the one typed, which itself counts most. */
    function meant(word) {
      var forms = [{ form: word, worth: 1 }], base = ISHAN.test(word) ? word : stem(word);
      if (base !== word) forms.push({ form: base, worth: 0.9 });
      if (group[word] !== undefined) index.groups[group[word]].forEach(function (other) {
        other = spaced(other).trim();
        if (other !== word) forms.push({ form: other, worth: 0.8 });
      });
      if (/\d\u53f7$/.test(word)) forms.push({ form: word.replace("\u53f7", "\u65e5"), worth: 1 });
      return forms;
    }

    function score(entry, forms) {
      var best = 0, also = 0;
      function take(worth) {
        also = Math.max(also, Math.min(worth, best));
        best = Math.max(best, worth);
      }
      forms.forEach(function (one) {
        entry.fields.forEach(function (text, field) {
          var well = stands(text, one.form);
          if (!well) return;
          var worth = well * one.worth * WORTH[field];
          /* A title that says little else is more about it; what is called just so is it. */
          if (field === TITLE) worth *= 0.75 + 0.5 * Math.min(1, one.form.replace(/ /g, "").length / entry.bare.length);
          if (field === NAMES && entry.names.indexOf(one.form) >= 0) worth *= 1.3;
          take(worth);
        });
        if (entry.led[one.form]) take(one.worth * WORTH[LED]);
      });
      return best + 0.15 * also;
    }

    function need(forms, weight) {
      var found = entries.map(function (entry) { return score(entry, forms); });
      var titles = entries.map(function (entry, at) {
        return found[at] > 0 && forms.some(function (one) { return stands(entry.fields[TITLE], one.form); });
      });
      var count = found.filter(Boolean).length;
      var rare = Math.log(1 + (entries.length - count + 0.5) / (count + 0.5));
      return { forms: forms, found: found, titles: titles, count: count, weight: weight * (count ? rare : Math.min(rare, UNKNOWN)), loose: weight < 0.5 };
    }

    function nothing(piece) { return need([{ form: piece, worth: 1 }], 1).count === 0; }

    /* A Latin word: as typed; else with one slip; else the first letters of a Chinese word. */
    function latin(word) {
      var forms = meant(word), one = need(forms, 1);
      if (one.count || word.length < 2) return one;
      if (word.length > 3) vocabulary.forEach(function (other) {
        if (slip(word, other) || slip(stem(word), other)) meant(other).forEach(function (form) { forms.push({ form: form.form, worth: 0.7 * form.worth }); });
      });
      if (index.initials.a && /^[a-z]{2,8}$/.test(word)) {
        known.forEach(function (other) {
          if (ISHAN.test(other) && initials(other) === word) meant(other).forEach(function (form) { forms.push({ form: form.form, worth: 0.7 * form.worth }); });
        });
        if (forms.length === meant(word).length && word.length > 2) entries.forEach(function (entry) {
          var at = entry.initials.indexOf(word);
          if (at >= 0) forms.push({ form: entry.bare.substr(at, word.length), worth: 0.6 });
        });
      }
      return need(forms, 1);
    }

    /* Two characters that stand nowhere: another two that sound alike, one of them the same. */
    function alike(pair) {
      var sound = initials(pair), forms = [];
      known.forEach(function (other) {
        for (var at = 0; at + 1 < other.length; at += 1) {
          var two = other.substr(at, 2);
          if (initials(two) === sound && (two[0] === pair[0] || two[1] === pair[1])) forms.push({ form: two, worth: 0.6 });
        }
      });
      return forms;
    }

    /* Han text that is no known word: every two characters in a row; where two never stand together, each alone. */
    function pieces(text) {
      var needs = [], covered = [], at;
      if (text.length === 1) return skip[text] ? [] : [need(meant(text), 0.25)];
      if (!nothing(text)) return [need(meant(text), 1)];
      for (at = 0; at + 1 < text.length; at += 1) {
        var pair = text.substr(at, 2), forms = nothing(pair) ? alike(pair) : meant(pair);
        if (!forms.length) continue;
        needs.push(need(forms, 0.7));
        covered[at] = covered[at + 1] = true;
      }
      for (at = 0; at < text.length; at += 1) if (!covered[at] && !skip[text[at]]) needs.push(need(meant(text[at]), 0.25));
      return needs;
    }

    /* A character that only joins or only asks. */
    function idle(sign, into) {
      if (into.whole) return false;
      if (ask[sign]) into.asks = true;
      return ask[sign] || skip[sign];
    }

    /* A run of Han characters: the longest words known first; what asks and what only joins is left out. */
    function han(run, into) {
      var start = 0, at = 0;
      function rest(end) {
        var text = run.slice(start, end);
        while (text && idle(text[0], into)) text = text.slice(1);
        while (text && idle(text[text.length - 1], into)) text = text.slice(0, -1);
        if (text) pieces(text).forEach(function (one) { into.needs.push(one); });
      }
      while (at < run.length) {
        var size = Math.min(longest, run.length - at), word = "";
        for (; size > 1 && !word; size -= 1) {
          var one = run.substr(at, size);
          if (skip[one] ? !into.whole : group[one] !== undefined || ask[one]) word = one;
        }
        if (!word) { at += 1; continue; }
        rest(at);
        if (ask[word]) into.asks = true;
        if (group[word] !== undefined && !skip[word]) into.needs.push(need(meant(word), 1));
        at = start = at + word.length;
      }
      rest(run.length);
    }

    /* Latin words: those of several parts first, then one by one. */
    function phrases(typed, into) {
      for (var at = 0; at < typed.length; at += 1) {
        var done = false;
        for (var size = Math.min(5, typed.length - at); size > 0 && !done; size -= 1) {
          var raw = typed.slice(at, at + size).join(" "), said = spaced(raw).trim();
          var base = grouped(said);
          if (ask[raw]) { into.asks = true; done = true; }
          if (base !== undefined && (!skip[raw] || into.whole)) { into.needs.push(need(meant(base), 1)); done = true; }
          if (!done && skip[raw] && !into.whole) done = true;
          if (done) at += size - 1;
        }
        if (!done) into.needs.push(latin(spaced(typed[at]).trim()));
      }
    }

    function asked(text, whole) {
      var into = { needs: [], asks: /[?\uff1f]\s*$/.test(text), whole: whole }, row = [];
      /* A day is one word: 26号, 4月26日. */
      var runs = plain(text).replace(/(\d+)\s*(\u6708|\u53f7|\u65e5)/g, "$1$2").match(new RegExp("(?:\\d+\u6708)?\\d+[\u53f7\u65e5]|" + RUN.source, "g")) || [];
      runs.forEach(function (run) {
        if (ISHAN.test(run) && !/^\d/.test(run)) { phrases(row, into); row = []; han(run, into); } else row.push(run);
      });
      phrases(row, into);
      /* Of words that say nothing alone nothing is left out. */
      return into.needs.length || whole ? into : asked(text, true);
    }

    function marked(entry, needs) {
      var forms = {};
      needs.forEach(function (one) {
        one.forms.forEach(function (form) { if (stands(entry.fields[TITLE] + entry.fields[LINE], form.form)) forms[form.form] = true; });
      });
      return Object.keys(forms).sort(function (one, other) { return other.length - one.length; });
    }

    function rank(text, now) {
      var query = asked(text), needs = query.needs, bare = spaced(text).replace(/ /g, "");
      var best = 0, all = needs.reduce(function (sum, one) { return sum + one.weight; }, 0), pages = {};
      if (!all) return [];
      return entries.map(function (entry, at) {
        var got = 0, sum = 0, firm = false;
        needs.forEach(function (one) {
          if (!one.found[at]) return;
          got += one.weight;
          sum += one.weight * one.found[at];
          firm = firm || !one.loose || needs.length === 1;
        });
        var part = got / all, value = sum * (0.3 + 0.7 * part * part);
        if (query.asks && entry.group === "k") value *= 1.2;
        if (part > 0.99 && needs.length > 1 && needs.every(function (one) { return one.titles[at]; })) value *= 1.35;
        if (!query.asks && entry.group === "g") value *= 1.1;
        if (entry.bare === bare || entry.names.indexOf(plain(text).trim()) >= 0) value *= 2;
        if (entry.ends && entry.ends < now) value *= 0.8;
        /* Single characters out of a word nobody knows are no answer by themselves. */
        if (part < LEAST || !firm) value = 0;
        best = Math.max(best, value);
        return { entry: entry, value: value, at: at };
      }).filter(function (one) { return one.value > TAIL * best; }).sort(function (one, other) {
        return other.value - one.value || one.at - other.at;
      }).filter(function (one) {
        var page = one.entry.path.split("#")[0];
        pages[page] = (pages[page] || 0) + 1;
        return pages[page] <= OF_A_PAGE;
      }).slice(0, MOST).map(function (one) {
        return { entry: one.entry, value: one.value, marks: marked(one.entry, needs) };
      });
    }
    rank.most = MOST;
    return rank;
  }

  window.campaignRanking = ranking;
})();
