package org.entente.launcher.service;

import java.net.URI;
import java.util.Map;
import org.entente.launcher.consortium.Consortium;
import org.entente.model.member.MemberId;

/** The page that says who to be and what to try. */
final class GuidePage {
    private static final Map<String, String> NAMES =
            Map.of("AU", "Australia", "CN", "China", "ID", "Indonesia", "SG", "Singapore");

    private static final String STYLE = """
        :root { color-scheme: light dark; }
        body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem; }
        h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 2rem; }
        .label { border: 2px solid; padding: .5rem 1rem; }
        li { margin: .5rem 0; }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; } th, td { text-align: left; padding: .25rem .5rem .25rem 0; }
        tr { border-bottom: 1px solid; } code { font-size: .875rem; } td code { white-space: nowrap; }
        """;

    private final Administrations services;

    GuidePage(Administrations services) {
        this.services = services;
    }

    /** For example {@code Australia}. */
    static String name(MemberId member) {
        return NAMES.getOrDefault(member.value(), member.value());
    }

    /** The beginning of a page, up to its heading. */
    static String head(String title, String style) {
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>" + title
                + "</title><style>" + STYLE + style + "</style></head><body><main>";
    }

    String html() {
        StringBuilder page = new StringBuilder(16_000);
        page.append(head("Entente: what to try", ""))
                .append("<h1>Entente: four customs administrations on this machine</h1>")
                .append("<p class=\"label\"><strong>")
                .append(services.ledger().label())
                .append(", demonstration keys</strong>: ")
                .append(services.ledger().limits())
                .append(" Plain HTTP, passwords shown below:")
                .append(" for looking and trying, for nothing else.</p>");
        steps(page);
        administrations(page);
        certificates(page);
        accounts(page);
        return page.append("</main></body></html>").toString();
    }

    private void steps(StringBuilder page) {
        MemberId issuer = Consortium.MEMBERS.getFirst();
        MemberId partner = SampleCertificate.partner(issuer);
        MemberId outsider = Consortium.MEMBERS.getLast();
        page.append("<h2>Five steps</h2><ol>");
        step(
                page,
                "Be an exporter. " + link(issuer, "Sign in at " + name(issuer))
                        + " as <code>exporter</code> and look at" + " your applications; apply for one more.");
        step(
                page,
                "Be the issuing officer. " + link(issuer, "Sign in at " + name(issuer))
                        + " as <code>issuing-officer</code> in a private window, and approve what waits there.");
        step(
                page,
                "Be the officer abroad. " + link(partner, "Sign in at " + name(partner))
                        + " as <code>verifying-officer</code>: the certificate is there. Accept it, record a use, then"
                        + " try to use more than is left. Then scan what people may hold out to you: the <a href=\""
                        + PresentationPage.PATH + "\">QR codes and files to present</a>, genuine and not.");
        step(
                page,
                "Be the exporter again: what is left now stands at " + name(issuer)
                        + " too, computed there from the same statements.");
        step(
                page,
                "Be an outsider. " + link(outsider, "Sign in at " + name(outsider))
                        + " as <code>verifying-officer</code>: nothing of it is there. Then end " + name(issuer)
                        + "'s process (<code>kill -9 " + pid(issuer) + "</code>), and look at " + name(partner)
                        + " again: its answers do not need " + name(issuer) + ".");
        page.append("</ol><p>One account a browser window for each administration: sign out, or use a private"
                        + " window, to")
                .append(" be somebody else there.</p>");
    }

    private static void step(StringBuilder page, String words) {
        page.append("<li>").append(words).append("</li>");
    }

    private String link(MemberId member, String words) {
        URI address = services.ports().address(member);
        return "<a href=\"" + address + "\" target=\"_blank\" rel=\"noopener\">" + words + "</a>";
    }

    private String pid(MemberId member) {
        return services.isServing(member) ? Long.toString(services.pid(member)) : "its number";
    }

    private void administrations(StringBuilder page) {
        page.append("<h2>Administrations</h2><div class=\"wide\"><table><tr><th>administration</th><th>address</th>")
                .append("<th>its service</th></tr>");
        for (MemberId member : Consortium.MEMBERS) {
            row(
                    page,
                    name(member) + " (" + member + ")",
                    link(member, services.ports().address(member).toString()),
                    services.isServing(member) ? "answers" : "does not answer now");
        }
        page.append("</table></div>");
    }

    private void certificates(StringBuilder page) {
        page.append("<h2>Certificates that are there already</h2><div class=\"wide\"><table><tr><th>number</th>")
                .append("<th>from</th><th>to</th><th>made as</th></tr>");
        for (SeededCertificate each : SeededCertificate.all()) {
            row(
                    page,
                    "<code>" + each.number() + "</code>",
                    name(each.issuer()),
                    name(each.partner()),
                    each.state().words());
        }
        page.append("</table></div>");
    }

    private void accounts(StringBuilder page) {
        page.append("<h2>Who you can be</h2><p>Passwords were made for this run's folder on this machine.</p>");
        for (MemberId member : Consortium.MEMBERS) {
            page.append("<h3>").append(link(member, name(member))).append("</h3><div class=\"wide\"><table>");
            page.append("<tr><th>account</th><th>password</th><th>organisation</th><th>what for</th></tr>");
            for (Account account : services.accounts().of(member)) {
                row(
                        page,
                        "<code>" + account.role().account() + "</code>",
                        "<code>" + account.password() + "</code>",
                        account.organisation(),
                        account.role().does());
            }
            page.append("</table></div>");
        }
    }

    private static void row(StringBuilder page, String... cells) {
        page.append("<tr>");
        for (String cell : cells) {
            page.append("<td>").append(cell).append("</td>");
        }
        page.append("</tr>");
    }
}
