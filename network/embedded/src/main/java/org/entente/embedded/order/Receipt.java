package org.entente.embedded.order;

import org.hyperledger.fabric.protos.common.Status;

/**
 * What an orderer says to a transaction.
 *
 * @param status SUCCESS when it will be put into a block
 * @param info why not
 */
public record Receipt(Status status, String info) {
    static Receipt accepted() {
        return new Receipt(Status.SUCCESS, "");
    }

    static Receipt refused(Status status, String info) {
        return new Receipt(status, info);
    }
}
