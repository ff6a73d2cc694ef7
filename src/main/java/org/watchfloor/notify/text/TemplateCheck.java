package org.watchfloor.notify.text;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.watchfloor.config.ConfigNode;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Tells what is wrong with a template while the configuration is read: names that do not exist, JSON that is none. */
public final class TemplateCheck {
    private static final NoticeJson MODEL = new NoticeJson(new NoticeText(ZoneOffset.UTC));
    private static final Set<String> MAPPINGS = Set.of("labels", "group", "secrets");
    private static final Set<String> SPECIAL = Set.of(".", "this", "-first", "-last", "-index", "name", "value");

    private final Map<String, Object> sample;

    /** @param more what the template may use beside the notice, with values like those to come */
    public TemplateCheck(Map<String, Object> more) {
        sample = MODEL.model(SampleNotice.ODD);
        sample.putAll(more);
    }

    /** Notes a problem at the key if the template cannot work. */
    public void check(ConfigNode node, String key, TextTemplate template) {
        fault(template).ifPresent(fault -> node.problem(key, "\"" + key + "\" " + fault.what, fault.mend));
    }

    /** What the template gives for a notice full of odd characters; empty text if it does not work at all. */
    public String sample(TextTemplate template) {
        try {
            return template.fill(new HashMap<>(sample));
        } catch (MustacheException e) {
            return "";
        }
    }

    private record Fault(String what, String mend) {}

    private Optional<Fault> fault(TextTemplate template) {
        try {
            Template compiled = template.compiler().compile(template.source());
            Names names = new Names(known());
            compiled.visit(names);
            return names.unknown.stream()
                    .findFirst()
                    .map(name -> new Fault(
                            "uses the unknown name \"" + name + "\"",
                            "use one of " + String.join(", ", new TreeSet<>(sample.keySet()))))
                    .or(() -> jsonFault(template));
        } catch (MustacheException e) {
            return Optional.of(
                    new Fault("is not a Mustache template: " + e.getMessage(), "mend the tag or close the section"));
        }
    }

    private Optional<Fault> jsonFault(TextTemplate template) {
        if (template.escaping() != Escaping.JSON) {
            return Optional.empty();
        }
        try {
            JsonMapper.shared().readTree(sample(template));
            return Optional.empty();
        } catch (JacksonException e) {
            return Optional.of(new Fault(
                    "does not become JSON: " + e.getOriginalMessage(),
                    "put texts as \"{{title}}\" between quotes and lists between brackets"));
        }
    }

    private Set<String> known() {
        Set<String> known = new HashSet<>(sample.keySet());
        SampleNotice.ODD
                .alerts()
                .forEach(item -> known.addAll(NoticeJson.model(item).keySet()));
        known.addAll(SPECIAL);
        return known;
    }

    /** Walks through the template; the keys of a mapping are the operator's own. */
    private static final class Names implements Mustache.Visitor {
        private final Set<String> known;
        private final Set<String> unknown = new TreeSet<>();

        private Names(Set<String> known) {
            this.known = known;
        }

        @Override
        public void visitText(String text) {
            // any text will do
        }

        @Override
        public void visitVariable(String name) {
            int dot = name.indexOf('.');
            String first = dot > 0 ? name.substring(0, dot) : name;
            if (!known.contains(first)) {
                unknown.add(name);
            }
        }

        @Override
        public boolean visitInclude(String name) {
            unknown.add("> " + name);
            return false;
        }

        @Override
        public boolean visitSection(String name) {
            visitVariable(name);
            return !MAPPINGS.contains(name);
        }

        @Override
        public boolean visitInvertedSection(String name) {
            return visitSection(name);
        }
    }
}
