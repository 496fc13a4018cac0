/** Texts as people have them: what the box is filled with on request. */
export const pastedExamples = [
  {
    id: "keras",
    text: `model = Sequential()
model.add(LSTM(32, return_sequences=True, input_shape=(10, 64)))
model.add(Dropout(0.2))
model.add(LSTM(16))
model.add(Dense(1, activation='sigmoid'))`,
  },
  {
    id: "pytorch",
    text: `class Net(nn.Module):
    def __init__(self, vocab_size=1000, embed=64, hidden=128):
        super().__init__()
        self.embedding = nn.Embedding(vocab_size, embed)
        self.lstm = nn.LSTM(embed, hidden, num_layers=2, batch_first=True,
                            bidirectional=True, dropout=0.5)
        self.fc = nn.Linear(hidden * 2, 4)`,
  },
  {
    id: "summary",
    text: ` Layer (type)                Output Shape              Param #
=================================================================
 bidirectional (Bidirectiona  (None, 30, 128)          38400
 l)

 lstm_1 (LSTM)               (None, 64)                49408

 dense (Dense)               (None, 3)                 195

=================================================================
Total params: 88,003 (343.76 KB)
Trainable params: 88,003 (343.76 KB)
Non-trainable params: 0 (0.00 Byte)`,
  },
  {
    id: "module",
    text: `Net(
  (embedding): Embedding(1000, 64, padding_idx=0)
  (rnn): GRU(64, 128, num_layers=2, batch_first=True, dropout=0.3, bidirectional=True)
  (dropout): Dropout(p=0.3, inplace=False)
  (fc): Linear(in_features=256, out_features=4, bias=True)
)`,
  },
  { id: "count", text: "12,416" },
];
