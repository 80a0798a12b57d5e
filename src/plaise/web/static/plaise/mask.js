// Draws rectangles on a picture with a mouse, a finger or the keyboard.
// Without this file, places are chosen by their number.
"use strict";
const area = document.querySelector("[data-mask]");
if (area) {
  const words = area.dataset;
  const [width, height] = [Number(words.width), Number(words.height)];
  const field = area.closest("form").elements.boxes;
  const list = area.querySelector(".rectangles");
  const said = area.querySelector("[data-said]");
  const space = "http://www.w3.org/2000/svg";
  const parse = (text) => text.split(";").filter(Boolean).map((one) => { const [x, y, w, h] = one.split(",").map(Number); return { x, y, w, h }; });
  const kept = parse(words.kept);
  const boxes = [];
  const paper = document.createElementNS(space, "svg");
  paper.setAttribute("viewBox", `0 0 ${width} ${height}`);
  paper.setAttribute("preserveAspectRatio", "none");
  area.querySelector(".canvas").append(paper);
  area.hidden = false;

  const clamp = (value, most) => Math.round(Math.max(0, Math.min(most, value)));
  const place = (shape, box) => { for (const [name, value] of [["x", box.x], ["y", box.y], ["width", box.w], ["height", box.h]]) shape.setAttribute(name, value); };
  const drawn = (box, kind) => {
    const shape = document.createElementNS(space, "rect");
    shape.setAttribute("class", kind);
    shape.setAttribute("stroke-width", "3");
    place(shape, box);
    paper.append(shape);
    return shape;
  };
  for (const box of kept) drawn(box, "kept");

  const over = (box) => kept.some((other) => box.x < other.x + other.w && other.x < box.x + box.w && box.y < other.y + other.h && other.y < box.y + box.h);
  const keep = () => {
    field.value = boxes.map(({ box }) => [box.x, box.y, box.w, box.h].join(",")).join(";");
    const bad = boxes.filter(({ box, shape }) => { const wrong = over(box); shape.setAttribute("class", wrong ? "wrong" : "hidden-part"); return wrong; });
    said.textContent = bad.length ? words.over : "";
    boxes.forEach((one, number) => {
      const name = `${words.name} ${number + 1}`;
      one.shape.setAttribute("aria-label", name);
      one.row.querySelector("span").textContent = `${name} `;
      one.row.querySelector("button").setAttribute("aria-label", `${words.remove} : ${name}`);
    });
  };
  const remove = (one) => {
    boxes.splice(boxes.indexOf(one), 1);
    one.shape.remove();
    one.row.remove();
    keep();
    area.querySelector("[data-add]").focus();
  };
  const add = (box) => {
    const shape = drawn(box, "hidden-part");
    const row = document.createElement("li");
    const button = document.createElement("button");
    const one = { box, shape, row };
    shape.setAttribute("tabindex", "0");
    shape.setAttribute("role", "img");
    shape.setAttribute("aria-describedby", "comment-masquer");
    button.type = "button";
    button.className = "link";
    button.textContent = words.remove;
    button.addEventListener("click", () => remove(one));
    row.append(document.createElement("span"), button);
    list.append(row);
    shape.addEventListener("keydown", (event) => {
      const step = Math.max(1, Math.round(width / 100));
      const [right, down] = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key] ?? [0, 0];
      if (event.key === "Delete" || event.key === "Backspace") { event.preventDefault(); remove(one); return; }
      if (!right && !down) return;
      event.preventDefault();
      if (event.shiftKey) {
        box.w = Math.max(step, clamp(box.w + right, width - box.x));
        box.h = Math.max(step, clamp(box.h + down, height - box.y));
      } else {
        box.x = clamp(box.x + right, width - box.w);
        box.y = clamp(box.y + down, height - box.h);
      }
      place(shape, box);
      keep();
    });
    boxes.push(one);
    keep();
    return one;
  };
  for (const box of parse(field.value)) add(box);

  const at = (event) => {
    const around = paper.getBoundingClientRect();
    return [clamp((event.clientX - around.left) / around.width * width, width), clamp((event.clientY - around.top) / around.height * height, height)];
  };
  let from = null;
  let rubber = null;
  const shape = (event) => {
    const [x, y] = at(event);
    return { x: Math.min(x, from[0]), y: Math.min(y, from[1]), w: Math.abs(x - from[0]), h: Math.abs(y - from[1]) };
  };
  const stop = () => { rubber?.remove(); rubber = null; from = null; };
  paper.addEventListener("pointerdown", (event) => {
    if (event.button || event.target.getAttribute("tabindex")) return;
    event.preventDefault();
    from = at(event);
    rubber = drawn({ x: from[0], y: from[1], w: 0, h: 0 }, "hidden-part");
    paper.setPointerCapture(event.pointerId);
  });
  paper.addEventListener("pointermove", (event) => { if (from) place(rubber, shape(event)); });
  paper.addEventListener("pointerup", (event) => {
    if (!from) return;
    const box = shape(event);
    stop();
    if (box.w > width / 200 && box.h > height / 200) add(box).shape.focus();
  });
  paper.addEventListener("pointercancel", stop);
  area.querySelector("[data-add]").addEventListener("click", () => {
    add({ x: Math.round(width * .4), y: Math.round(height * .45), w: Math.round(width * .2), h: Math.round(height * .1) }).shape.focus();
  });
}
