/**
 * Examples of CommonMark (by their numbers) that a Stet document cannot hold in every detail, by what it is: the rest of each is
 * rendered as the specification has it. May only shrink.
 */
export const heldWithout: readonly (readonly [what: string, examples: string])[] = [
  ['a heading in a quotation', '228 229 230 232'],
  ['a heading in an item of a list', '300'],
  ['a heading of another level than two and three', '10 62 66 67 68 72 75 76 78 79 80 81 82 83 84 115 141 214 215 227'],
  ['a language of code that is no plain name', '34'],
  ['a list in a quotation', '235 259 260 292 293'],
  ['a picture among words', '475 517 520 531 572 573 574 575 576 577 578 579 580 581 582 583 584 585 586 587 588 589 591'],
  ['a piece of code in a quotation', '128 236 252'],
  ['a piece of code in an item of a list', '254 263 270 271 273 278 286 287 288 290 321 324'],
  ['a quotation in a quotation', '250 251 259 260 292 293'],
  ['a quotation in an item of a list', '254 263 286 287 288 290 320 321'],
  ['a rule in an item of a list', '61'],
  [
    'an address that is none of the web or of mail',
    '21 22 23 31 32 33 150 159 162 187 192 193 194 195 196 198 200 202 203 204 205 206 214 215 216 217 218 344 404 419 422 433 473 474 476 477 482 483 484 485 486 487 489 492 495 496 498 499 500 501 502 503 504 505 506 507 509 510 512 514 515 516 517 518 519 521 522 527 528 529 530 531 532 533 534 535 539 540 541 542 543 544 549 550 553 554 555 556 557 558 559 560 561 562 564 565 566 567 568 569 570 571 593 596 598 599 601 613 614 615 616 630 631 642 643',
  ],
  [
    'an empty block',
    '21 31 61 79 126 130 144 187 191 218 237 239 240 280 284 344 476 477 484 487 581 613 614 615 616 623 630 631 642 643',
  ],
  ['emphasis inside emphasis of the same kind', '369 373 389 407 408 409 417 418 419 425 426 427 432 461 463 464 465 466 468'],
  [
    'the space between the items of a list',
    '4 108 109 254 256 258 259 262 263 270 271 273 277 286 287 288 290 306 307 309 311 313 314 316 317 319 324 325 326',
  ],
  [
    'the title of a link',
    '22 23 32 33 192 193 194 195 196 202 217 482 505 506 509 510 527 539 542 543 553 554 555 556 557 558 559 561 593',
  ],
  ['web code', '149 150 160 163 164 166 167 171 190 191 201 491 524 536 613 614 615 617'],
];

/** Examples that are rendered otherwise, by the reason. May only shrink. */
export const otherwise: readonly (readonly [why: string, examples: string])[] = [
  ['a bare address, which GitHub Flavored Markdown links', '602 608 611 612'],
  ['an item of a list without words: the numbers of those behind it are others', '175 281 282 283 315'],
  [
    'a piece of code in an item of a list or a quotation: its lines are paragraphs without the space at their ends',
    '5 6 7 264 274 318',
  ],
  ['code that is nothing but spaces', '334'],
  ['web code, which is read as what it looks like or left out and reported', '148 168 169 170 172 173 176 178 494 629'],
];
