package org.watchfloor.notify.text;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.util.Map;

/**
 * A Mustache template of the operator over the values of {@link NoticeJson}. {@code {{name}}} is escaped for its place,
 * {@code {{{name}}}} is not; what is absent is empty, and an empty text is false.
 */
public record TextTemplate(String source, Escaping escaping) {
    /** @throws MustacheException if the template is none, which {@link TemplateCheck} tells beforehand */
    public String fill(Map<String, Object> model) {
        return compiler().compile(source).execute(model);
    }

    Mustache.Compiler compiler() {
        return Mustache.compiler()
                .withEscaper(escaping::escape)
                .defaultValue("")
                .emptyStringIsFalse(true);
    }
}
