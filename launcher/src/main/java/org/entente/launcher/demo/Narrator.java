package org.entente.launcher.demo;

/** Tells the story: to a person line by line, or to a script as one document. */
interface Narrator {
    /** A new chapter begins. */
    void chapter(String title);

    /** One thing more in this chapter. */
    void tell(Line line);

    /** The story is over. */
    void end(Ending ending);
}
