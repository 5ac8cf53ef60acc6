package org.entente.launcher.service;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entente.launcher.consortium.Consortium;
import org.entente.model.member.MemberId;

/** Who can sign in where. */
public final class Accounts {
    private final Map<MemberId, List<Account>> all = new TreeMap<>();

    /** The accounts in a data folder; those of a new one are made. */
    Accounts(Path root) {
        Consortium.MEMBERS.forEach(member -> all.put(member, AccountBook.keep(file(root, member), member)));
    }

    /** The file from which an administration's service makes its accounts. */
    static Path file(Path root, MemberId member) {
        return root.resolve(member.value()).resolve("accounts.json");
    }

    /**
     * Who can sign in at an administration.
     *
     * @param member an administration
     * @return its accounts with their passwords
     */
    public List<Account> of(MemberId member) {
        return all.getOrDefault(member, List.of());
    }

    /**
     * One of them.
     *
     * @param member an administration
     * @param role what for
     * @return the account
     */
    public Account of(MemberId member, Account.Role role) {
        return of(member).stream()
                .filter(each -> each.role() == role)
                .findFirst()
                .orElseThrow();
    }
}
