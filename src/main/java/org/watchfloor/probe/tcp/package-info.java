/** Looks at services that speak over plain TCP or TLS, with a script of their greeting and answers. */
@NullMarked
package org.watchfloor.probe.tcp;

import org.jspecify.annotations.NullMarked;
