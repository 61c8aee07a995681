type Color = readonly [red: number, green: number, blue: number];

const skies: readonly Color[] = [
  [150, 205, 240],
  [250, 205, 150],
  [185, 200, 215],
];
const hills: readonly Color[] = [
  [95, 150, 85],
  [165, 150, 80],
  [120, 115, 95],
];
const walls: readonly Color[] = [
  [205, 95, 75],
  [235, 225, 205],
  [90, 125, 185],
  [215, 175, 95],
];
const sun: Color = [255, 235, 130];
const roof: Color = [95, 65, 55];
const door: Color = [60, 45, 40];
const path: Color = [205, 185, 150];

const pick = (colors: readonly Color[], number: number) =>
  colors[number % colors.length] as Color;

/**
 * The color of a picture with a house below a hill, at a place between 0 and 1
 * from the left and from the top. Hill, house, sun and colors go by the number.
 */
export function sceneColor(x: number, y: number, serial: number): Color {
  const middle = 0.3 + ((serial * 7) % 5) * 0.1;
  const across = Math.abs(x - middle);
  if (y > 0.86 - Math.abs(x - 0.5) * 0.1) return path;
  if (across < 0.05 && y > 0.68) return door;
  if (across < 0.17 && y > 0.53) return pick(walls, serial);
  if (y > 0.34 && across < y - 0.33 && y < 0.55) return roof;
  if (y > 0.6 + 0.14 * Math.sin(x * 5 + serial)) return pick(hills, serial);
  const fromSun = Math.hypot(
    x - (middle < 0.5 ? 0.82 : 0.15),
    (y - 0.2) * 0.75
  );
  return fromSun < 0.1 ? sun : pick(skies, Math.floor(serial / 3));
}
