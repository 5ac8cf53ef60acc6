package org.entente.model.fold;

import java.time.Instant;
import java.util.Set;
import org.entente.model.ledger.Digest;
import org.entente.model.ledger.LedgerWrite;

/** A write of which one thing is different. */
record Altered(LedgerWrite of) {
    LedgerWrite chaincode(String other) {
        return with(
                of.timestamp(), other, of.creatorMsp(), of.endorserMsps(), of.collection(), of.writesInCollection());
    }

    LedgerWrite creator(String other) {
        return with(of.timestamp(), of.chaincode(), other, of.endorserMsps(), of.collection(), of.writesInCollection());
    }

    LedgerWrite endorsers(Set<String> others) {
        return with(of.timestamp(), of.chaincode(), of.creatorMsp(), others, of.collection(), of.writesInCollection());
    }

    LedgerWrite collection(String other) {
        return with(of.timestamp(), of.chaincode(), of.creatorMsp(), of.endorserMsps(), other, of.writesInCollection());
    }

    LedgerWrite writes(int count) {
        return with(of.timestamp(), of.chaincode(), of.creatorMsp(), of.endorserMsps(), of.collection(), count);
    }

    LedgerWrite timestamp(Instant other) {
        return with(
                other, of.chaincode(), of.creatorMsp(), of.endorserMsps(), of.collection(), of.writesInCollection());
    }

    LedgerWrite keyHash(Digest other) {
        return new LedgerWrite(
                of.at(),
                of.transactionId(),
                of.timestamp(),
                of.chaincode(),
                of.creatorMsp(),
                of.endorserMsps(),
                of.collection(),
                other,
                of.valueHash(),
                of.writesInCollection(),
                of.value());
    }

    LedgerWrite value(Digest hash, byte[] bytes) {
        return new LedgerWrite(
                of.at(),
                of.transactionId(),
                of.timestamp(),
                of.chaincode(),
                of.creatorMsp(),
                of.endorserMsps(),
                of.collection(),
                of.keyHash(),
                hash,
                of.writesInCollection(),
                bytes);
    }

    private LedgerWrite with(
            Instant timestamp, String chaincode, String creator, Set<String> endorsers, String collection, int writes) {
        return new LedgerWrite(
                of.at(),
                of.transactionId(),
                timestamp,
                chaincode,
                creator,
                endorsers,
                collection,
                of.keyHash(),
                of.valueHash(),
                writes,
                of.value());
    }
}
