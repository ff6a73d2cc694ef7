/** Looks at HTTP and HTTPS services. */
@NullMarked
package org.watchfloor.probe.http;

import org.jspecify.annotations.NullMarked;
