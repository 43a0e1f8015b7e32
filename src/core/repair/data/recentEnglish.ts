/** Compounds that newspapers print and the list of words does not know, so that they are not taken for two words. */
export const recentEnglish: readonly string[] =
  'backbencher backbenchers blockchain carsharing cyberattack cyberattacks cybersecurity deepfake deepfakes doomscrolling frontrunner frontrunners headteacher headteachers livestream livestreams livestreamed livestreaming lockdown lockdowns microplastic microplastics multimillion pandemic podcaster podcasters pushback ransomware ridesharing rollout rollouts seawalls shortlisted stakeholder superyacht superyachts textspeak turboprop unfollow unsubscribe walkable waterboard whistleblower whistleblowers windfarm windfarms wellbeing oversight goalkeeping touchline crossbencher cabinetmaker landmine landmines minesweeper tugboats lifeboatmen lifeboatman harbourmaster harbourmasters harbormaster shopfloor sinkhole sinkholes streetlight streetlights bikeshare'.split(
    ' ',
  );
