package org.watchfloor.recovery.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.watchfloor.recovery.text.Language;
import org.watchfloor.recovery.text.NotRendered;
import org.watchfloor.recovery.text.Rendered;
import org.watchfloor.recovery.text.Template;
import org.watchfloor.recovery.text.Values;

/** What a request carries. */
public sealed interface HttpBody {
    String contentType();

    Rendered render(Values values) throws NotRendered;

    /** {@code application/json}; values are parts of strings. */
    record Json(Template text) implements HttpBody {
        @Override
        public String contentType() {
            return "application/json";
        }

        @Override
        public Rendered render(Values values) throws NotRendered {
            return text.render(values);
        }
    }

    /** {@code text/plain} in UTF-8. */
    record Plain(Template text) implements HttpBody {
        @Override
        public String contentType() {
            return "text/plain; charset=utf-8";
        }

        @Override
        public Rendered render(Values values) throws NotRendered {
            return text.render(values);
        }
    }

    /** Fields in the order in which they are written, percent-encoded. */
    record Form(List<Field> fields) implements HttpBody {
        public Form {
            fields = List.copyOf(fields);
        }

        static Form of(Map<String, Template> fields) {
            return new Form(fields.entrySet().stream()
                    .map(field -> new Field(field.getKey(), field.getValue()))
                    .toList());
        }

        @Override
        public String contentType() {
            return "application/x-www-form-urlencoded";
        }

        @Override
        public Rendered render(Values values) throws NotRendered {
            List<Rendered.Piece> pieces = new ArrayList<>();
            for (Field field : fields) {
                String joint = pieces.isEmpty() ? "" : "&";
                pieces.addAll(field.value()
                        .render(values)
                        .behind(joint + field.name() + "=")
                        .pieces());
            }
            return new Rendered(Language.FORM, pieces);
        }
    }

    /** @param name of letters, digits, underscores, dots and hyphens */
    record Field(String name, Template value) {}
}
