// Carries questions and answers between the platform and an authenticator. Attached by data-passkey.
import { Refused, words } from './passkey-words.js';
const bytes = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

async function post(path, token, body) {
    const answer = await fetch(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'X-XSRF-TOKEN': token },
        body,
    });
    const said = await answer.json();
    if (!answer.ok) {
        throw new Refused(said.detail ?? said.title);
    }
    return said;
}

const named = (list) => (list ?? []).map((each) => ({ ...each, id: bytes(each.id) }));

async function ask(question) {
    const credential = await navigator.credentials.get({
        publicKey: {
            ...question,
            challenge: bytes(question.challenge),
            allowCredentials: named(question.allowCredentials),
        },
    });
    const response = credential.response;
    return envelope(credential, {
        clientDataJSON: text(response.clientDataJSON),
        authenticatorData: text(response.authenticatorData),
        signature: text(response.signature),
        userHandle: response.userHandle ? text(response.userHandle) : undefined,
    });
}

async function make(question) {
    const credential = await navigator.credentials.create({
        publicKey: {
            ...question,
            challenge: bytes(question.challenge),
            user: { ...question.user, id: bytes(question.user.id) },
            excludeCredentials: named(question.excludeCredentials),
        },
    });
    const response = credential.response;
    return envelope(credential, {
        clientDataJSON: text(response.clientDataJSON),
        attestationObject: text(response.attestationObject),
        transports: response.getTransports?.() ?? [],
    });
}

const envelope = (credential, response) =>
    JSON.stringify({
        id: credential.id,
        rawId: text(credential.rawId),
        type: credential.type,
        clientExtensionResults: {},
        authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
        response,
    });

function attach(place) {
    const signingIn = place.dataset.passkey === 'sign-in';
    const form = place.querySelector('form');
    const button = place.querySelector('[data-passkey-start]');
    const error = place.querySelector('[data-passkey-error]');
    const path = form.getAttribute('action');
    const elsewhere = place.querySelector('[data-passkey-elsewhere]');
    if (new URL(elsewhere.querySelector('a').href).hostname !== location.hostname) {
        elsewhere.hidden = false;
        form.hidden = true;
        return;
    }
    const run = async () => {
        const token = form.querySelector('input[name=_csrf]').value;
        const question = await post(`${path}/question`, token, '{}');
        const answer = await (signingIn ? ask : make)(question);
        const more = signingIn
            ? `next=${encodeURIComponent(place.dataset.next)}`
            : `label=${encodeURIComponent(form.elements.label.value)}`;
        const said = await post(`${path}?${more}`, token, answer);
        location.assign(said.to);
    };
    button.hidden = false;
    button.addEventListener('click', () => {
        error.hidden = true;
        run().catch((refusal) => {
            error.textContent = words(refusal, error);
            error.hidden = false;
        });
    });
}

if (window.PublicKeyCredential) {
    document.querySelectorAll('[data-passkey]').forEach(attach);
}
