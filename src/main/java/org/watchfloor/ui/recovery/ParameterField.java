package org.watchfloor.ui.recovery;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.watchfloor.recovery.Parameter;
import org.watchfloor.recovery.ParameterKind;

/** What is given a runbook along, while it is typed. FX thread only; knows no control. */
final class ParameterField {
    private final Parameter parameter;
    private final StringProperty value;

    ParameterField(Parameter parameter) {
        this.parameter = parameter;
        value = new SimpleStringProperty(this, "value", parameter.byDefault().orElse(""));
    }

    Parameter parameter() {
        return parameter;
    }

    /** What it takes, in plain words. */
    String rule() {
        return parameter.kind().rule() + (parameter.required() ? "" : "; may stay empty");
    }

    /** What there is to choose from; empty if it is typed. */
    List<String> choices() {
        return switch (parameter.kind()) {
            case ParameterKind.Choice(List<String> choices) -> choices;
            case ParameterKind.OfHost(var hosts) -> hosts.stream().sorted().toList();
            case ParameterKind.Text _, ParameterKind.Numeric _, ParameterKind.Length _ -> List.of();
        };
    }

    /** What is wrong with what is typed; empty if nothing is, or nothing is typed. */
    Optional<String> fault() {
        return value.get().isEmpty() ? Optional.empty() : parameter.kind().fault(value.get());
    }

    StringProperty valueProperty() {
        return value;
    }
}
