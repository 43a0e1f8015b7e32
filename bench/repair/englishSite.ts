import { linesOf, type SiteCopy } from './siteCopy';

export const englishSite: SiteCopy = {
  headlines: linesOf(`
    {Name} leaves the council of {place}
    Harbour of {place} closes before the winter
    Why the ferry to {place} costs so much
    Nurses in {place} vote for a second strike
    “Nobody asked us”: the last bakers of {place}
    {place}: bridge reopens after nine years
    Five things to know about the election in {place}
  `),
  lines: {
    breadcrumb: {
      tuned: linesOf(`
        Home > {section} > {headline}
        Home » {section}
        Home / News / {section}
        Home › {section} › {place}
        Front page | {section} | Local
        Homepage > World > Europe > {section}
        Home > UK > {section}
        Home • Opinion • {section}
        Homepage / {place}
      `),
      heldOut: linesOf(`
        Home > Local news > {section}
        Home / {section} / {place}
        Front page » {section}
      `),
    },
    'share bar': {
      tuned: linesOf(`
        Share on Facebook
        Share this article
        Facebook Twitter WhatsApp
        Share | Tweet | Print | Email
        Follow us on Instagram
        Copy link
        Share on X
        Click to share on WhatsApp
        Share Save
        Share via email
        Share this post on LinkedIn
        Facebook · X · Reddit · Copy link
        Share Facebook Twitter Email
        Send by email
        Follow us on Facebook and X
        Save Share Print
        Share to Facebook
        Post on X
        Share via Telegram
        Tweet this
        Share this on Facebook
        Email this article
        Share to X
        Print this page
        Share article
        Share on social media
        Copy link to article
        Share with a friend
        Share on Bluesky
      `),
      heldOut: linesOf(`
        Share this with your friends
        Share on Twitter / X
        Share on Threads
        Email a link to this story
        Facebook | Instagram | YouTube
        Bookmark this article
        Click here to share this on Facebook
        Share this article via email
      `),
    },
    advertisement: {
      tuned: linesOf(`
        Advertisement
        ADVERTISEMENT
        Sponsored content
        Story continues below advertisement
        Article continues below
        Skip advertisement
        – Advertisement –
        Ad
        Paid content
        Sponsored by NatWest
        Story continues after advertisement
        Advertisement | Remove ads
        This article continues after the advertisement
        Scroll to continue reading
        Advertisement - continue reading below
        Ad feedback
        Content continues below
        Promoted content
        SPONSORED
        Story continues below this ad
        Article continues after ad
        Paid post
      `),
      heldOut: linesOf(`
        Advertisement – scroll for more
        This ad will close in 5 seconds
        Story continues after this advertisement
        Sponsored links
        Article continues after this
        Remove ads
        From our advertisers
      `),
    },
    newsletter: {
      tuned: linesOf(`
        Sign up for our weekly newsletter and never miss a story.
        Subscribe to our newsletter
        Get our newsletter in your inbox every morning
        Sign up to the Morning Briefing
        Enjoying this story? Subscribe today.
        Enter your email address to subscribe
        Sign up here for our free daily newsletter
        Subscribe now for unlimited access
        Get the best of our journalism delivered to your inbox
        Join our mailing list
        Already a subscriber? Log in
        Receive our newsletter every Friday
        Get our free newsletter
        Sign up to our breaking news email
        Get breaking news alerts straight to your inbox
        Subscribe to read this story ad-free
        Sign up for The Evening Post newsletter
        To continue reading, subscribe now
        Stay up to date with our daily email
      `),
      heldOut: linesOf(`
        Sign up for breaking news alerts
        Subscribe for £1 a week
        Get the latest headlines by email
        Join thousands of readers who get our newsletter
        You have one free article left. Subscribe to keep reading.
        This article is for subscribers only
      `),
    },
    'frame of the page': {
      tuned: linesOf(`
        Skip to main content
        Leave a comment
        Accept all cookies
        Back to top
        Recommended for you
        Comments are closed.
        12 comments
        Skip to navigation
        Join the conversation
        Manage cookie preferences
        Load more
        Most read
        Report this content
        View all comments (14)
        Post a comment
        Show 3 comments
        Cookie policy
        Skip to footer
        Related topics
        Listen to this story
        Read next
        More from World
      `),
      heldOut: linesOf(`
        Be the first to comment
        Hide comments
        Your privacy choices
        Skip to main menu
        Read the full story
        Most commented
        More stories like this
        Contact the newsroom
      `),
    },
    'previous or next': {
      tuned: linesOf(`
        Previous article {headline}
        Next article: {headline}
        Previous article{headline}
        « Previous post
        Next story → {headline}
        Previous: {headline}
        Next: {headline}
        Next post »
        ← Previous story: {headline}
        Up next: {headline}
        Next article{headline}
        Older posts
        Previous post: {headline}
        Next story: {headline}
        Next page
        ‹ Previous: {headline}
        Newer post {headline}
        Read next: {headline}
      `),
      heldOut: linesOf(`
        Previous entry: {headline}
        Next in {section}: {headline}
        ← {headline}
        Next ›
        Previous article: {headline}
        Continue to the next article
      `),
    },
  },
  attributions: {
    tuned: linesOf(`
      — {Name}, {role}
      – {Name}
      A quote from {Name}, {role}
      -- {Name}, {role}
      Quote: {Name}, {role}
      A quote by {Name}
      —{Name}, {role} in {place}
      A quotation from {Name}, the {role}
      Said by {Name}, {role}
      ~ {Name}
      Words of {Name}, {role}
      ― {Name} ({role})
      — {Name}, {role} of {place}
      – {Name} –
      Quote from {Name}
      {Name}, {role}
      As told by {Name}
      - {Name}, {role}
    `),
    heldOut: linesOf(`
      — {Name}, the {role}
      {Name} ({role})
      Quoted: {Name}
      – {Name}, {role} –
      -- {Name}
      Statement by {Name}, {role}
    `),
  },
  lookalikes: linesOf(`
    The advertisement was seen by nine people, the {role} said.
    They share this harbour with {place}.
    Facebook declined to comment.
    Home is where the harbour is.
    The council will sign up to our plan, {Name} said.
    Print is dead, the editor said.
    Next, the committee votes.
    The next article of the treaty is clear.
    Next year the bridge will be closed again.
    Subscribers to the fund have asked for their money.
    Comments are free, {Name} wrote, and facts are sacred.
    Previous governments promised as much.
    Save the harbour, the banner read.
    Follow the money, {Name} advised.
    — but not for long.
    Sponsored by nobody, she walked from {place} to the sea.
    Quote of the day? There was none.
    Twelve comments were read aloud at the meeting.
  `),
};
