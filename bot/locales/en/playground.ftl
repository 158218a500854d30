## The playground: the page round a simulated Discord. Only newcomers on their own machine see it.

playground-title = Vinkki playground
playground-ready = The playground is open: { $link }
    Open the link in a browser and follow the three steps beside the conversation. Ctrl+C closes it.
playground-port-taken = Port { $port } is in use, so the playground cannot open. Close what uses it, or choose another with PLAYGROUND_PORT.
playground-refused = This page opens with the link the playground printed when it started. Open that link again.

playground-simulated = Simulated: nothing here is sent anywhere.
playground-channels = Channels
playground-viewing-as = Viewing as
playground-clock = Simulated time
playground-plus-hour = +1 hour
playground-plus-day = +1 day
playground-plus-week = +1 week
playground-frame = Conversation

playground-guide = Try this
playground-guide-tip = Share a tip
playground-guide-tip-text = In { $tips }, type /tip share and give it a link. Vinkki asks why it helps and posts a card.
playground-guide-tip-button = Type /tip share
playground-guide-prompt = Answer the weekly question
playground-guide-prompt-text = Let a week pass. The question appears in { $prompts }: press Reflect and write a line.
playground-guide-prompt-button = +1 week
playground-guide-question = Ask, answer, accept
playground-guide-question-text = Ask with /ask. View as another member and answer in the new thread. View as yourself again, press Solved… on the card and choose the answer.
playground-guide-question-button = Type /ask
playground-guide-end = Everything starts afresh the next time the playground opens.

playground-menu = Message menu
playground-new-thread = New thread:
playground-open = Open
playground-dismiss = Dismiss
playground-failed = That did not work. Reload the page and try again.
playground-gone = The playground is not answering. Start it again and open its new link.
playground-bot-error = The bot raised an error. { $error }
playground-refusal = A member could not do that on Discord. { $reason }
playground-slow = The bot was still working when time ran out. { $reason }
playground-posts-hint = Ask with /ask in any channel. Choose a question to read it.
playground-posts-none = No questions yet.
playground-posts-count = messages: { $count }
playground-post-closed = closed

playground-frame-only-you = Only you can see this
playground-frame-thinking = Thinking…
playground-frame-edited = (edited)
playground-frame-cancel = Cancel
playground-frame-submit = Submit
playground-frame-earlier = Load earlier messages
playground-frame-newer = Newer messages
playground-frame-newest = New messages · jump to latest
playground-frame-empty = No messages in this channel.
playground-frame-message = Message { $channel }
playground-frame-used = { $name } used
playground-frame-apply = Apply
playground-frame-selecting = Choose, then apply
playground-frame-required = Fill this in.
playground-frame-required-choice = Choose at least one.
playground-frame-form-notice = This form goes to Vinkki. Leave out passwords and other secrets.
