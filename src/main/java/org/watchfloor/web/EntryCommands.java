package org.watchfloor.web;

import java.util.Optional;
import org.watchfloor.alert.AlertSection;
import org.watchfloor.config.Change;
import org.watchfloor.config.EntryId;
import org.watchfloor.config.Written;
import org.watchfloor.model.Actor;
import org.watchfloor.model.Names;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes, changes and deletes entries of one section. A body has the shape of the YAML, and may say {@code by} beside; one
 * that makes an entry says its {@code id} too.
 */
final class EntryCommands {
    private static final String ID = "id";
    private static final String BY = "by";

    private final AlertSection section;
    private final Edits edits;
    private final EntryShape shape;

    EntryCommands(AlertSection section, Edits edits, EntryShape shape) {
        this.section = section;
        this.edits = edits;
        this.shape = shape;
    }

    Reply create(Call call) throws InterruptedException {
        Written.Keys body = JsonWritten.keys(call.body(ObjectNode.class));
        Actor by = by(body);
        String id = text(body, ID)
                .or(shape::freshId)
                .orElseThrow(() -> Problem.badParameter(ID, "say what the " + section.word() + " is called"));
        if (!Names.isName(id)) {
            throw Problem.badParameter(ID, "must be " + Names.RULE);
        }
        Written.Keys keys = shape.written(body.without(ID).without(BY), by);
        return edits.make(call, new Edits.Order("create", new Change.Add(section.entry(id), keys), by));
    }

    Reply replace(Call call) throws InterruptedException {
        Written.Keys body = JsonWritten.keys(call.body(ObjectNode.class));
        Actor by = by(body);
        Written.Keys keys = shape.written(body.without(BY), by);
        Change change = new Change.Save(id(call), keys, Edits.revision(call));
        return edits.make(call, new Edits.Order("save", change, by));
    }

    Reply delete(Call call) throws InterruptedException {
        Actor by = CallerText.by(call.query().text(BY));
        Change change = new Change.Remove(id(call), Edits.revision(call));
        return edits.make(call, new Edits.Order("delete", change, by));
    }

    private EntryId id(Call call) {
        return id(call, section);
    }

    /** @throws Problem 404 if the path cannot name an entry */
    static EntryId id(Call call, AlertSection section) {
        String id = call.path().getOrDefault(ID, "");
        if (!Names.isName(id)) {
            throw Problem.notFound("there is no such " + section.word());
        }
        return section.entry(id);
    }

    private static Actor by(Written.Keys body) {
        return CallerText.by(text(body, BY));
    }

    /** @throws Problem 400 if it is there and no text */
    private static Optional<String> text(Written.Keys body, String key) {
        return Optional.ofNullable(body.keys().get(key)).map(value -> {
            if (value instanceof Written.Text(String text)) {
                return text;
            }
            throw Problem.badParameter(key, "must be a text");
        });
    }
}
