package org.entente.fabric.config;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How patient SmartBFT's orderers are with each other. A channel says all of it or nothing: what is left out counts as zero.
 */
final class SmartBftOptions {
    /** A leader gives as many signs of life within the time after which its followers choose another. */
    private static final int SIGNS_OF_LIFE = 10;

    private SmartBftOptions() {}

    /**
     * As configtxgen has them where nothing is said, but for two. Fabric waits a minute for a leader's heartbeat, and so a dead
     * leader was only noticed by requests that had waited for 22 s; one that is merely slow still gives signs of life. And a
     * leader that was back before it was missed left what it had begun to a complaint after as long.
     */
    static ObjectNode node() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("RequestBatchMaxCount", 100)
                .put("RequestBatchMaxBytes", 10 << 20)
                .put("RequestBatchMaxInterval", "50ms")
                .put("IncomingMessageBufferSize", 200)
                .put("RequestPoolSize", 400)
                .put("RequestForwardTimeout", "2s")
                .put("RequestComplainTimeout", "8s")
                .put("RequestAutoRemoveTimeout", "3m")
                .put("ViewChangeResendInterval", "5s")
                .put("ViewChangeTimeout", "20s")
                .put("LeaderHeartbeatTimeout", "5s")
                .put("LeaderHeartbeatCount", SIGNS_OF_LIFE)
                .put("CollectTimeout", "1s")
                .put("SyncOnStart", false)
                .put("SpeedUpViewChange", false);
    }
}
