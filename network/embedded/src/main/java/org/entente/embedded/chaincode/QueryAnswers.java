package org.entente.embedded.chaincode;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.embedded.simulate.RangeScan;
import org.entente.embedded.simulate.Simulator;
import org.hyperledger.fabric.protos.ledger.queryresult.KV;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.GetStateByRange;
import org.hyperledger.fabric.protos.peer.QueryMetadata;
import org.hyperledger.fabric.protos.peer.QueryResponse;
import org.hyperledger.fabric.protos.peer.QueryResponseMetadata;
import org.hyperledger.fabric.protos.peer.QueryResultBytes;
import org.hyperledger.fabric.protos.peer.QueryStateClose;
import org.hyperledger.fabric.protos.peer.QueryStateNext;

/**
 * Answers range queries in parts of 100, as a peer does, which reads one key more than it sends to know whether more
 * follow. Rich queries do not exist on this state, as on a peer without CouchDB; history is not kept.
 */
final class QueryAnswers {
    private static final int PART = 100;
    private static final int MOST = 100_000;

    private final Simulator simulator;
    private final CollectionAccess access;
    private final Map<String, Query> open = new HashMap<>();
    private int opened;

    QueryAnswers(Simulator simulator, CollectionAccess access) {
        this.simulator = simulator;
        this.access = access;
    }

    private static final class Query {
        final String id;
        final RangeScan scan;
        int total;
        Optional<RangeScan.Found> pending = Optional.empty();

        Query(String id, RangeScan scan) {
            this.id = id;
            this.scan = scan;
        }
    }

    ByteString to(ChaincodeMessage.Type type, ByteString payload) throws InvalidProtocolBufferException {
        return switch (type) {
            case GET_STATE_BY_RANGE -> range(GetStateByRange.parseFrom(payload)).toByteString();
            case QUERY_STATE_NEXT ->
                nextPart(query(QueryStateNext.parseFrom(payload).getId())).toByteString();
            case QUERY_STATE_CLOSE ->
                close(QueryStateClose.parseFrom(payload).getId()).toByteString();
            case GET_QUERY_RESULT -> throw access.refusal("ExecuteQuery not supported for leveldb");
            case GET_HISTORY_FOR_KEY -> throw access.refusal("history database is not enabled");
            default -> throw access.refusal("not a query: " + type);
        };
    }

    private QueryResponse range(GetStateByRange question) throws InvalidProtocolBufferException {
        QueryMetadata page = QueryMetadata.parseFrom(question.getMetadata());
        boolean paged = page.getPageSize() > 0 || !page.getBookmark().isEmpty();
        String id = Integer.toString(opened++);
        if (!question.getCollection().isEmpty()) {
            access.requireRead(question.getCollection());
            return first(new Query(
                    id,
                    simulator.privateRange(question.getCollection(), question.getStartKey(), question.getEndKey())));
        }
        String start = page.getBookmark().isEmpty() ? question.getStartKey() : page.getBookmark();
        Query query = new Query(id, simulator.range(start, question.getEndKey(), paged));
        return paged ? page(query, page.getPageSize()) : first(query);
    }

    private QueryResponse first(Query query) {
        open.put(query.id, query);
        return nextPart(query);
    }

    private QueryResponse nextPart(Query query) {
        List<QueryResultBytes> results = new ArrayList<>();
        query.pending.map(QueryAnswers::encode).ifPresent(results::add);
        query.pending = Optional.empty();
        while (query.total < MOST) {
            Optional<RangeScan.Found> next = query.scan.next();
            if (next.isEmpty()) {
                break;
            }
            query.total++;
            if (results.size() == PART) {
                query.pending = next;
                return response(query, results, true).build();
            }
            results.add(encode(next.get()));
        }
        return response(query, results, false).build();
    }

    private QueryResponse page(Query query, int size) {
        int limit = size > 0 && size < MOST ? size : MOST;
        List<QueryResultBytes> results = new ArrayList<>();
        String bookmark = "";
        Optional<RangeScan.Found> next = query.scan.next();
        while (next.isPresent() && results.size() < limit) {
            results.add(encode(next.get()));
            next = query.scan.next();
        }
        if (next.isPresent()) {
            bookmark = next.get().key();
        }
        return response(query, results, false)
                .setMetadata(QueryResponseMetadata.newBuilder()
                        .setBookmark(bookmark)
                        .setFetchedRecordsCount(results.size())
                        .build()
                        .toByteString())
                .build();
    }

    private Query query(String id) {
        Query query = open.get(id);
        if (query == null) {
            throw access.refusal("query iterator not found");
        }
        return query;
    }

    private QueryResponse close(String id) {
        open.remove(id);
        return QueryResponse.newBuilder().setId(id).build();
    }

    private static QueryResponse.Builder response(Query query, List<QueryResultBytes> results, boolean more) {
        return QueryResponse.newBuilder().setId(query.id).addAllResults(results).setHasMore(more);
    }

    private static QueryResultBytes encode(RangeScan.Found found) {
        return QueryResultBytes.newBuilder()
                .setResultBytes(KV.newBuilder()
                        .setKey(found.key())
                        .setValue(found.value())
                        .build()
                        .toByteString())
                .build();
    }
}
