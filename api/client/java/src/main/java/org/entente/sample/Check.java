package org.entente.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.generated.ApiClient;
import org.entente.generated.ApiException;
import org.entente.generated.ApiResponse;
import org.entente.generated.call.ApplicationApi;
import org.entente.generated.call.OwnAccountApi;
import org.entente.generated.call.VerificationApi;
import org.entente.generated.model.ApplicationView;
import org.entente.generated.model.ApplicationViewPage;
import org.entente.generated.model.Certificate;
import org.entente.generated.model.FindingView;
import org.entente.generated.model.ProblemView;
import org.entente.generated.model.VerificationFormCertificateNumber;
import org.entente.generated.model.VerificationFormOfficer;
import org.entente.generated.model.VerificationView;

/** What a partner's program does with a generated client; says in JSON what came of it. */
public final class Check {
    private static final Pattern NEXT = Pattern.compile("[?&]cursor=([^&>]+)[^>]*>; *rel=\"?next");

    private Check() {}

    /**
     * Applies, rightly and wrongly, lists in pages, and verifies by number.
     *
     * @param args an API and an exporter's token; a certificate's file; an API, an officer's token and a number to verify
     */
    public static void main(String[] args) throws Exception {
        ApiClient exporter = client(args[0], args[1]);
        ObjectMapper json = exporter.getObjectMapper();
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("account", new OwnAccountApi(exporter).ownAccountMe().getAccount());

        ApplicationApi applications = new ApplicationApi(exporter);
        Certificate certificate = json.readValue(Files.readString(Path.of(args[2])), Certificate.class);
        List<UUID> made = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            certificate.setReferenceNo("GENERATED-" + i);
            ApplicationView applied = applications.applicationApply(key(), certificate, null, null, null);
            made.add(applied.getId());
        }
        said.put("state", applications.applicationView(made.get(0)).getState().getValue());

        certificate.getItems().get(0).setHs("12");
        try {
            applications.applicationApply(key(), certificate, null, null, null);
        } catch (ApiException e) {
            ProblemView problem = json.readValue(e.getResponseBody(), ProblemView.class);
            said.put("status", e.getCode());
            said.put("code", problem.getCode());
            said.put("errors", problem.getErrors().stream().map(FindingView::getPointer).toList());
        }

        List<UUID> listed = new ArrayList<>();
        String cursor = null;
        do {
            ApiResponse<ApplicationViewPage> page = applications.applicationListWithHttpInfo(null, 2, cursor);
            page.getData().getItems().forEach(each -> listed.add(each.getId()));
            cursor = page.getHeaders().getOrDefault("link", List.of()).stream()
                    .map(NEXT::matcher)
                    .filter(Matcher::find)
                    .map(link -> URLDecoder.decode(link.group(1), StandardCharsets.UTF_8))
                    .findFirst()
                    .orElse(null);
        } while (cursor != null);
        said.put("listed", listed.size() == made.size() && listed.containsAll(made));

        VerificationFormCertificateNumber number = new VerificationFormCertificateNumber();
        number.setIssuer("AU");
        number.setAgreement("CHAFTA");
        number.setReferenceNo(args[5]);
        VerificationFormOfficer form = new VerificationFormOfficer();
        form.setNumber(number);
        VerificationView verified = new VerificationApi(client(args[3], args[4])).verificationCheck(form);
        said.put("outcome", verified.getOutcome().getValue());
        said.put("verified", verified.getCertificate().getReferenceNo());
        System.out.println(json.writeValueAsString(said));
    }

    private static ApiClient client(String address, String token) {
        ApiClient client = new ApiClient();
        client.updateBaseUri(address.replaceFirst("/$", ""));
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        return client;
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
