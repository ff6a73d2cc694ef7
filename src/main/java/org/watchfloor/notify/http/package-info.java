/** The one way in which channels speak HTTP. */
@NullMarked
package org.watchfloor.notify.http;

import org.jspecify.annotations.NullMarked;
