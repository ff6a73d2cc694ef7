package org.watchfloor.lab;

/** What one line of a script does to the lab. */
sealed interface LabAction {
    void playOn(Lab lab);

    /** Puts a fault on a target. */
    record Break(String target, Fault fault) implements LabAction {
        @Override
        public void playOn(Lab lab) {
            lab.set(target, fault);
        }
    }

    /** Mends one target. */
    record Mend(String target) implements LabAction {
        @Override
        public void playOn(Lab lab) {
            lab.mend(target);
        }
    }

    /** Mends all targets. */
    record MendAll() implements LabAction {
        @Override
        public void playOn(Lab lab) {
            lab.mendAll();
        }
    }
}
