package org.watchfloor.recovery.step;

/** A kind of step. To add one: a folder here and a line in {@code RecoveryRoom}. */
public interface StepType<S extends StepSpec> {
    /** The YAML key of the section, such as {@code ssh}. */
    String key();

    Class<S> specType();

    /** Always returns a spec, a partly default one when the section has problems; the site is then rejected as a whole. */
    S read(StepNode node);
}
