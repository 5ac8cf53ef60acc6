package org.entente.launcher.service;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.entente.certs.file.WholeFiles;
import org.entente.launcher.service.Account.Role;
import org.entente.model.member.MemberId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The accounts of one administration, in the file from which its service makes them at the first start. Passwords are made
 * anew for each folder.
 */
final class AccountBook {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Without letters and digits that look alike: people type them. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 3;
    private static final int GROUP = 5;
    private static final int SALT = 16;
    private static final int CHEAPEST = 4;

    private AccountBook() {}

    /** The accounts in a file; it is made if there is none. */
    static List<Account> keep(Path file, MemberId member) {
        if (!Files.exists(file)) {
            WholeFiles.write(
                    file,
                    (document(member).toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8),
                    WholeFiles.Readers.OWNER);
        }
        return read(file, member);
    }

    private static ObjectNode document(MemberId member) {
        Map<String, ArrayNode> organisations = new LinkedHashMap<>();
        ObjectNode document = JSON.createObjectNode();
        ArrayNode list = document.putArray("organisations");
        for (Role role : Account.roles()) {
            String organisation = Account.organisation(member, role);
            ArrayNode accounts = organisations.computeIfAbsent(organisation, name -> {
                ObjectNode entry = list.addObject().put("name", name);
                if (role == Role.EXPORTER || role == Role.SECOND_EXPORTER) {
                    entry.putArray("delegatesTo").add(Account.BROKER);
                }
                return entry.putArray("accounts");
            });
            ObjectNode account = accounts.addObject();
            account.put("name", role.account());
            account.putArray("roles").add(role.apiRole());
            String password = password();
            account.put("password", password);
            account.put("passwordHash", hash(password));
        }
        return document;
    }

    private static List<Account> read(Path file, MemberId member) {
        Map<String, String> passwords = new LinkedHashMap<>();
        for (JsonNode organisation : JSON.readTree(WholeFiles.read(file)).path("organisations")) {
            organisation
                    .path("accounts")
                    .forEach(each -> passwords.put(
                            each.path("name").asString(), each.path("password").asString()));
        }
        List<Account> accounts = new ArrayList<>();
        for (Role role : Account.roles()) {
            accounts.add(new Account(
                    member, role, Account.organisation(member, role), passwords.getOrDefault(role.account(), "")));
        }
        return accounts;
    }

    /** As cheap as bcrypt can be: seventy drawn bits need no slow hash, and the demo's start hashes none. */
    private static String hash(String password) {
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        return "{bcrypt}" + OpenBSDBCrypt.generate(password.toCharArray(), salt, CHEAPEST);
    }

    private static String password() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                password.append('-');
            }
            password.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
