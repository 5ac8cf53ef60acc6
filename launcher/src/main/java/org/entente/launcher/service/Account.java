package org.entente.launcher.service;

import java.util.List;
import org.entente.model.member.MemberId;

/**
 * Somebody to sign in as.
 *
 * @param member at which administration
 * @param role what the account is for
 * @param organisation whose it is
 * @param password made for this folder
 */
public record Account(MemberId member, Role role, String organisation, String password) {
    /** What an account is for; its name says so. No person is invented. */
    public enum Role {
        /** Applies for certificates. */
        EXPORTER("exporter", "EXPORTER", "applies for certificates of origin and sees what is left of them"),
        /** A second exporter, which sees nothing of the first. */
        SECOND_EXPORTER("exporter-2", "EXPORTER", "another exporter: sees nothing of the first one's"),
        /** Applies for others. */
        BROKER("broker", "BROKER", "applies for exporters that let it act for them"),
        /** Decides on applications. */
        ISSUING_OFFICER("issuing-officer", "ISSUING_OFFICER", "approves or refuses applications, cancels certificates"),
        /** Decides on partners' certificates. */
        VERIFYING_OFFICER("verifying-officer", "VERIFYING_OFFICER", "checks partners' certificates, records their use"),
        /** Watches over accounts and network. */
        ADMINISTRATOR("administrator", "ADMINISTRATOR", "keeps accounts, watches the network");

        private final String account;
        private final String apiRole;
        private final String does;

        Role(String account, String apiRole, String does) {
            this.account = account;
            this.apiRole = apiRole;
            this.does = does;
        }

        /**
         * The name to sign in with.
         *
         * @return the same at every administration
         */
        public String account() {
            return account;
        }

        String apiRole() {
            return apiRole;
        }

        /**
         * What it is for.
         *
         * @return for people
         */
        public String does() {
            return does;
        }
    }

    static final String SECOND_EXPORTER = "Sample Exports Two";
    static final String BROKER = "Sample Brokers";

    static String organisation(MemberId member, Role role) {
        return switch (role) {
            // Whose name stands in the sample certificates: nobody applies in another's.
            case EXPORTER -> SampleCertificate.exporter(member);
            case SECOND_EXPORTER -> SECOND_EXPORTER;
            case BROKER -> BROKER;
            case ISSUING_OFFICER, VERIFYING_OFFICER, ADMINISTRATOR -> "Sample administration " + member;
        };
    }

    static List<Role> roles() {
        return List.of(Role.values());
    }

    @Override
    public String toString() {
        return "Account[" + role.account() + " at " + member + "]";
    }
}
