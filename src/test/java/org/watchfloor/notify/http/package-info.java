@NullMarked
package org.watchfloor.notify.http;

import org.jspecify.annotations.NullMarked;
