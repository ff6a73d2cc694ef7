/** The door for other programs: health, metrics, a JSON API and server-sent events over HTTP. */
@NullMarked
package org.watchfloor.web;

import org.jspecify.annotations.NullMarked;
