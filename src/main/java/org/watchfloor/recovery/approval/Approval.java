package org.watchfloor.recovery.approval;

/**
 * What a second person has typed; whether it is right is another question.
 *
 * @param person as below {@code approvers:}
 * @param pin never told, logged or stored
 */
public record Approval(String person, String pin) {
    /** Without the PIN. */
    @Override
    public String toString() {
        return "Approval[person=" + person + "]";
    }
}
