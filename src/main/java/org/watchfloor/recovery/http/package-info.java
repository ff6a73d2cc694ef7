/** Steps that make an HTTP request. */
@NullMarked
package org.watchfloor.recovery.http;

import org.jspecify.annotations.NullMarked;
