package org.entente.model.evidence;

import java.util.Arrays;
import java.util.List;
import org.entente.model.finding.Checked;
import org.entente.model.member.Pair;
import org.entente.model.statement.BatchSigner;

/**
 * An evidence file, version 1: the statements of a story between two members, in the order of the ledger, each with its
 * proof. The file is canonical JSON ({@code schema/evidence-1.json}), so each content has one sequence of bytes.
 *
 * @param members the two members, whoever of them speaks
 * @param entries one for each statement, 1 to {@link #MAX_STATEMENTS}, in ascending position
 * @param presenter who made the file
 * @param signature of the presenter over {@link #presentedBytes}, ASN.1 DER; must not be changed
 */
public record Evidence(Pair members, List<EvidenceEntry> entries, Presenter presenter, byte[] signature) {
    /** The longest file in bytes. */
    public static final int MAX_BYTES = 8 * 1024 * 1024;

    /** The most statements in a file. */
    public static final int MAX_STATEMENTS = 200;

    /** Refuses another number, order or pair than described with {@link IllegalArgumentException}. */
    public Evidence {
        entries = List.copyOf(entries);
        if (entries.isEmpty() || entries.size() > MAX_STATEMENTS) {
            throw new IllegalArgumentException("evidence holds 1 to " + MAX_STATEMENTS + " statements");
        }
        for (int i = 0; i < entries.size(); i++) {
            if (!entries.get(i).stream().pair().equals(members)) {
                throw new IllegalArgumentException("a statement of other members than " + members);
            }
            if (i > 0 && entries.get(i - 1).at().compareTo(entries.get(i).at()) >= 0) {
                throw new IllegalArgumentException("statements stand in the order of the ledger, each once");
            }
        }
        if (!members.contains(presenter.member())) {
            throw new IllegalArgumentException("the presenter is one of the two members");
        }
        if (signature.length == 0 || signature.length > EvidenceEntry.MAX_SIGNATURE_BYTES) {
            throw new IllegalArgumentException("not a signature");
        }
    }

    /**
     * Makes an evidence file.
     *
     * @param members the two members
     * @param entries the statements with their proofs, in ascending position
     * @param presenter who makes it, with the public part of the signer's key
     * @param signer the presenter's key
     * @return the signed evidence
     * @throws IllegalArgumentException for what the record refuses, or a signer with another key id
     */
    public static Evidence present(Pair members, List<EvidenceEntry> entries, Presenter presenter, BatchSigner signer) {
        if (!signer.keyId().equals(presenter.keyId())) {
            throw new IllegalArgumentException("the signer has another key");
        }
        byte[] none = {0};
        Evidence unsigned = new Evidence(members, entries, presenter, none);
        return new Evidence(members, entries, presenter, signer.sign(unsigned.presentedBytes()));
    }

    /**
     * Reads a file.
     *
     * @param bytes canonical JSON
     * @return the evidence, unchecked beyond its form, or every reason why the bytes are refused
     */
    public static Checked<Evidence> parse(byte[] bytes) {
        return EvidenceReader.read(bytes);
    }

    /**
     * The file.
     *
     * @return canonical JSON
     */
    public byte[] bytes() {
        return EvidenceJson.write(this, true);
    }

    /**
     * What the presenter signs.
     *
     * @return the file without {@code /presenter/signature}, canonical JSON
     */
    public byte[] presentedBytes() {
        return EvidenceJson.write(this, false);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Evidence that && Arrays.equals(bytes(), that.bytes());
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }
}
