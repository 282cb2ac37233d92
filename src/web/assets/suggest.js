// Suggestions as you type, in a list of our own: the browser's is not taken over with the keys everywhere. Without this script the
// field is an ordinary one with the browser's list, which holds the topics.
"use strict";
(() => {
  // A quick typist makes a letter in 150 ms; a question is sent when the hand rests.
  const REST_MS = 200;
  const input = document.getElementById("q");
  const list = document.getElementById("suggested");
  if (!input || !list) return;
  // Whoever opens the empty field sees what there is.
  const topics = [...document.querySelectorAll("#suggestions option")].map((option) => option.value);
  let resting;
  let asked;
  let chosen = -1;

  const options = () => [...list.children];
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false",
  })) input.setAttribute(name, value);
  input.removeAttribute("list");

  function close() {
    clearTimeout(resting);
    asked?.abort();
    list.hidden = true;
    choose(-1);
    input.setAttribute("aria-expanded", "false");
  }

  function choose(n) {
    chosen = n;
    options().forEach((option, at) => option.setAttribute("aria-selected", String(at === n)));
    const option = options()[n];
    if (option) {
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  }

  function show(texts) {
    list.replaceChildren(...texts.map((text, n) => Object.assign(document.createElement("div"), {
      id: `suggested-${n}`, role: "option", dir: "auto", textContent: text,
    })));
    list.hidden = texts.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    choose(-1);
  }

  function take(option) {
    input.value = option.textContent;
    close();
    input.form.requestSubmit();
  }

  async function ask() {
    const typed = input.value.trim();
    if (typed.length < 2 || typed.length > 100) return close();
    asked?.abort();
    asked = new AbortController();
    try {
      const answer = await fetch(`/api/v1/suggest?q=${encodeURIComponent(typed)}`, { signal: asked.signal });
      if (!answer.ok) return close();
      const { suggestions } = await answer.json();
      show(suggestions.map(({ text }) => text));
    } catch (error) {
      // Overtaken by the next letter, or no network: the field works on.
      if (error.name !== "AbortError") console.info("no suggestions:", error.message);
    }
  }

  input.addEventListener("input", () => {
    clearTimeout(resting);
    resting = setTimeout(ask, REST_MS);
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (list.hidden) {
      if (event.key === "ArrowDown" && !input.value.trim()) show(topics);
      return;
    }
    const count = options().length;
    if (event.key === "ArrowDown") choose((chosen + 1) % count);
    else if (event.key === "ArrowUp") choose((chosen <= 0 ? count : chosen) - 1);
    else if (event.key === "Enter" && chosen >= 0) take(options()[chosen]);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
  // The field keeps the focus, so that it does not close the list before it is clicked.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", ({ target }) => {
    const option = target.closest("[role=option]");
    if (option) take(option);
  });
  input.addEventListener("blur", close);
  // Who sends the question wants its answer, and no more suggestions.
  input.form.addEventListener("submit", close);
})();
