package org.entente.fabric.container;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One service of a compose file, with what holds for all: not root, nothing written but its own folders, started again. */
final class ComposeService {
    private final ObjectNode node = JsonNodeFactory.instance.objectNode();

    /**
     * A service.
     *
     * @param image with its exact version
     * @param user {@code uid:gid} of the files' owner
     */
    ComposeService(String image, String user) {
        node.put("image", image).put("user", user).put("restart", "unless-stopped");
        node.put("read_only", true).put("stop_grace_period", "30s");
        node.putArray("cap_drop").add("ALL");
        node.putArray("security_opt").add("no-new-privileges:true");
        // TLS libraries unpack native code there.
        node.putArray("tmpfs").add("/tmp:exec,mode=1777,size=128m");
        ObjectNode logging = node.putObject("logging").put("driver", "json-file");
        logging.putObject("options").put("max-size", "50m").put("max-file", "5");
    }

    ComposeService build(String context) {
        node.putObject("build").put("context", context);
        return this;
    }

    ComposeService command(List<String> words) {
        words.forEach(node.withArray("command")::add);
        return this;
    }

    ComposeService environment(Map<String, String> values) {
        ObjectNode environment = node.withObject("/environment");
        new TreeMap<>(values).forEach((name, value) -> environment.put(name, value.replace("$", "$$")));
        return this;
    }

    ComposeService reads(String source, String target) {
        return mount(source, target, true);
    }

    ComposeService writes(String source, String target) {
        return mount(source, target, false);
    }

    private ComposeService mount(String source, String target, boolean readOnly) {
        ObjectNode mount = node.withArray("volumes").addObject();
        mount.put("type", "bind").put("source", source).put("target", target).put("read_only", readOnly);
        // A folder that is missing is a mistake, not one to be made by root.
        mount.putObject("bind").put("create_host_path", false);
        return this;
    }

    /** Under its own name for others of the same network. */
    ComposeService network(String network, String alias) {
        node.withObject("/networks").putObject(network).putArray("aliases").add(alias);
        return this;
    }

    ComposeService publishes(String port) {
        node.withArray("ports").add(port);
        return this;
    }

    ComposeService startsAfter(String service) {
        node.withObject("/depends_on").putObject(service).put("condition", "service_healthy");
        return this;
    }

    ComposeService onlyWith(String profile) {
        node.putArray("profiles").add(profile);
        return this;
    }

    /** The images have a shell and no HTTP client. */
    ComposeService healthyIf(String shell) {
        ObjectNode check = node.putObject("healthcheck");
        check.putArray("test").add("CMD").add("bash").add("-c").add(shell);
        check.put("interval", "5s").put("timeout", "5s").put("retries", 6).put("start_period", "60s");
        return this;
    }

    static String asks(int port, String path) {
        return "exec 3<>/dev/tcp/127.0.0.1/" + port + "; printf 'GET " + path
                + " HTTP/1.0\\r\\n\\r\\n' >&3; read -r line <&3; [[ \"$$line\" == *' 200'* ]]";
    }

    ObjectNode node() {
        return node;
    }
}
