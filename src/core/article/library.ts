import * as v from 'valibot';
import { articleId, languageTag } from './fields';
import { houseWords, limits, plainStyle, type HouseStyle } from './houseStyle';
import { series } from '../series/series';
import { sites } from '../sites/site';
import { trashStay } from './trashStay';

/** The shape that the library file has now. */
export const LIBRARY_SCHEMA = 1;

export const themes = ['system', 'light', 'dark'] as const;

/** What the list of articles is ordered and grouped by. */
export const sorts = ['edited', 'headline', 'created'] as const;
export const groupings = ['none', 'section', 'status', 'series', 'date'] as const;

const list = v.object({
  sort: v.optional(v.picklist(sorts), 'edited'),
  group: v.optional(v.picklist(groupings), 'none'),
  /** Articles that stand at the top. */
  pins: v.optional(v.pipe(v.array(articleId), v.maxLength(200)), []),
});

export const settings = v.object({
  theme: v.optional(v.picklist(themes), 'system'),
  /** Language of a new article. */
  language: v.optional(languageTag, 'en'),
  /** Whether quotation marks and the like are set by the article's language while they are typed. A writer's habit, so not an article's. */
  smartPunctuation: v.optional(v.boolean(), true),
  /** True once the sample article was made, so that deleting it is final. */
  sampled: v.optional(v.boolean(), false),
  /** What the checks go by; see `HouseStyle`. */
  limits: v.optional(limits, plainStyle.limits),
  houseWords: v.optional(houseWords, []),
  list: v.optional(list, {}),
  /** Named targets of exports; where each lies is known to each computer alone (`SiteFolders`). */
  sites: v.optional(sites, []),
});
export type Settings = v.InferOutput<typeof settings>;

/** What of the settings the checks go by. */
export const houseStyleOf = ({ limits, houseWords }: Settings): HouseStyle => ({ limits, words: houseWords });

/** Those of a new library. */
export const blankSettings: Settings = v.parse(settings, {});

/** An import that is under way: its articles are in the library when it ends. */
export const arrival = v.object({
  ids: v.array(articleId),
  /** The computer that imports. */
  by: v.string(),
  /** When it began, in milliseconds since 1970 by the clock of that computer. */
  since: v.number(),
});
export type Arrival = v.InferOutput<typeof arrival>;

/** The library file: everything that is about more than one article. */
export const libraryData = v.object({
  series: v.array(series),
  settings,
  /** How long articles were seen in the trash. */
  trash: v.optional(v.record(articleId, trashStay), {}),
  /** Imports under way, and those that never ended until somebody has settled them. */
  arriving: v.optional(v.array(arrival), []),
});
export type LibraryData = v.InferOutput<typeof libraryData>;

/** The articles that no list shows yet. */
export const arrivingIn = ({ arriving }: Pick<LibraryData, 'arriving'>): ReadonlySet<string> =>
  new Set(arriving.flatMap(({ ids }) => ids));

export const blankLibrary = (): LibraryData => ({ series: [], settings: blankSettings, trash: {}, arriving: [] });

const place = v.object({
  anchor: v.pipe(v.number(), v.integer(), v.minValue(0)),
  head: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Pixels from the top of the page. */
  scroll: v.pipe(v.number(), v.minValue(0)),
});

/** The article that another is a copy of, kept after a conflict, and when that was in milliseconds since 1970. */
const copy = v.object({ of: articleId, at: v.pipe(v.number(), v.integer(), v.minValue(0)) });

/** Where the writer was, and what of the list is only this computer's to know. */
export const sessionData = v.object({
  article: v.optional(v.nullable(articleId), null),
  places: v.optional(v.record(articleId, place), {}),
  copies: v.optional(v.record(articleId, copy), {}),
  panels: v.optional(
    v.object({
      library: v.optional(v.boolean(), true),
      inspector: v.optional(v.boolean(), true),
      focus: v.optional(v.boolean(), false),
      tab: v.optional(v.string(), 'story'),
    }),
    {},
  ),
});
export type SessionData = v.InferOutput<typeof sessionData>;
export type Place = v.InferOutput<typeof place>;
