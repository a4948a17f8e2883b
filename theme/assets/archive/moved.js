'use strict';

// An old address leads on by its meta refresh, which drops what stands behind the #: a place in a page is kept by going there
// before it does.  Without scripts the page is reached all the same.
const refresh = document.querySelector('meta[http-equiv="refresh"]');
const target = refresh && /url=(.+)$/.exec(refresh.content);
if (target && location.hash) location.replace(target[1] + location.hash);
