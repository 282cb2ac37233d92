// Suggestions as you type. Without this script the field is an ordinary one, and the list holds the topics.
"use strict";
(() => {
  // A quick typist makes a letter in 150 ms; a question is sent when the hand rests.
  const REST_MS = 200;
  const input = document.getElementById("q");
  const list = document.getElementById("suggestions");
  if (!input || !list) return;
  let resting;
  let asked;

  async function ask() {
    const typed = input.value.trim();
    if (typed.length < 2 || typed.length > 100) return;
    asked?.abort();
    asked = new AbortController();
    try {
      const answer = await fetch(`/api/v1/suggest?q=${encodeURIComponent(typed)}`, { signal: asked.signal });
      if (!answer.ok) return;
      const { suggestions } = await answer.json();
      list.replaceChildren(...suggestions.map(({ text }) => Object.assign(document.createElement("option"), { value: text })));
    } catch (error) {
      // Overtaken by the next letter, or no network: the field works on.
      if (error.name !== "AbortError") console.info("no suggestions:", error.message);
    }
  }

  input.addEventListener("input", () => {
    clearTimeout(resting);
    resting = setTimeout(ask, REST_MS);
  });
  // Who sends the question wants its answer, and no more suggestions.
  input.form.addEventListener("submit", () => clearTimeout(resting));
})();
