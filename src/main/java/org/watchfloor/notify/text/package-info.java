/** What a notice says, as text for people, as JSON, and by templates of the operator. */
@NullMarked
package org.watchfloor.notify.text;

import org.jspecify.annotations.NullMarked;
