package org.entente.launcher.demo;

import java.util.List;
import java.util.Optional;
import org.entente.client.finding.ShownFinding;
import org.entente.model.finding.Finding;
import org.entente.model.ledger.Position;
import org.entente.model.member.StreamId;
import org.entente.model.origin.tradetrust.Remark;

/** One thing that the demo tells. Every value in it was read back from a node, a file or a check. */
sealed interface Line {
    /**
     * Somebody said something to somebody.
     *
     * @param stream who to whom
     * @param what in words
     * @param at where it stands on the ledger; empty if it never got there
     * @param how how the demo knows
     */
    record Said(StreamId stream, String what, Optional<Position> at, String how) implements Line {}

    /**
     * A fact.
     *
     * @param name what
     * @param value its value
     * @param how how the demo knows; empty if it is evident
     */
    record Fact(String name, String value, String how) implements Line {}

    /**
     * A finding of the rules.
     *
     * @param finding the finding
     * @param title what its code means; empty if this software does not know the code
     */
    record Found(ShownFinding finding, String title) implements Line {
        static Found of(Finding finding) {
            return new Found(ShownFinding.of(finding), finding.code().title());
        }

        /** As a node stored it: the catalogue of this software has the words. */
        static Found of(ShownFinding finding) {
            return new Found(finding, Titles.of(finding.code()));
        }
    }

    /**
     * What became of the values of a foreign form.
     *
     * @param remarks everything that was left out, converted or assumed
     */
    record Imported(List<Remark> remarks) implements Line {
        /** Keeps an unmodifiable copy. */
        public Imported {
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * Words.
     *
     * @param text one sentence or more
     */
    record Note(String text) implements Line {}

    /**
     * Which network this is.
     *
     * @param text what it proves, and what it does not
     */
    record Network(String text) implements Line {}

    /**
     * A table.
     *
     * @param header the columns
     * @param rows as many cells as the header has
     */
    record Table(List<String> header, List<List<String>> rows) implements Line {
        /** Keeps unmodifiable copies. */
        public Table {
            header = List.copyOf(header);
            rows = List.copyOf(rows);
        }
    }

    /**
     * Something to type.
     *
     * @param why what it is for
     * @param text the command; never broken into lines
     */
    record Command(String why, String text) implements Line {}
}
