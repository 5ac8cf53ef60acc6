package org.entente.launcher.bench;

import java.nio.file.Path;
import java.util.List;
import org.entente.launcher.consortium.Consortium;
import org.entente.launcher.consortium.NodeSettings;
import org.entente.launcher.consortium.Phases;
import org.entente.model.member.MemberId;

/** Four members on the embedded network. */
final class EmbeddedGround implements BenchGround {
    private final Consortium consortium;

    EmbeddedGround(Path folder) {
        this.consortium = Consortium.start(folder, new Phases());
        // They know only the agreements of every day.
        Consortium.MEMBERS.forEach(member -> consortium.node(member).close());
    }

    @Override
    public List<MemberId> members() {
        return Consortium.MEMBERS;
    }

    @Override
    public NodeSettings settings(MemberId member) {
        return consortium.settings(member);
    }

    @Override
    public void close() {
        consortium.close();
    }
}
