@NullMarked
package org.watchfloor.notify.custom;

import org.jspecify.annotations.NullMarked;
