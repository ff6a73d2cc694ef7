/** What every probe over a socket needs: a budget, names, connections, and plain words for what went wrong. */
@NullMarked
package org.watchfloor.probe.net;

import org.jspecify.annotations.NullMarked;
