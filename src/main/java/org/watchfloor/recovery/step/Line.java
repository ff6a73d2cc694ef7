package org.watchfloor.recovery.step;

import org.watchfloor.recovery.text.NotRendered;
import org.watchfloor.recovery.text.Rendered;
import org.watchfloor.recovery.text.Template;
import org.watchfloor.recovery.text.Values;

/**
 * A line of a preview.
 *
 * @param what such as {@code command} or {@code URL}
 * @param text what is shown of it is without secrets
 */
public record Line(String what, Rendered text) {
    public static Line of(String what, Template template, Values values) throws NotRendered {
        return new Line(what, template.render(values));
    }

    public static Line of(String what, String text) {
        return new Line(what, Rendered.of(text));
    }
}
