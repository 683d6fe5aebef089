// Every page works without any of this. Each behaviour attaches itself by a data attribute.
import { attachCopy } from './copy.js';
import { attachDrafts } from './draft.js';
import { attachFocus } from './focus.js';
import { attachKeys } from './keys.js';
import { attachLimits } from './limit.js';
import { attachLines } from './line.js';
import { attachLive } from './live.js';
import { attachMenus } from './menu.js';
import { attachOnce } from './once.js';
import { attachPulse } from './pulse.js';
import { attachSimilar } from './similar.js';

attachFocus(document);
attachMenus(document);
attachLimits(document);
attachLines(document);
attachCopy(document);
attachKeys(document);
attachDrafts(document);
attachOnce(document);
attachSimilar(document);
attachLive(document);
attachPulse(document);
