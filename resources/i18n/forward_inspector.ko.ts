<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
<context>
    <name>forward_inspector</name>
    <message>
        <source>Batch</source>
        <translation>배치</translation>
    </message>
    <message>
        <source>Previous images</source>
        <translation>이전 이미지</translation>
    </message>
    <message>
        <source>The {count} images before these</source>
        <translation>앞의 이미지 {count}장</translation>
    </message>
    <message>
        <source>Next images</source>
        <translation>다음 이미지</translation>
    </message>
    <message>
        <source>The next {count} images</source>
        <translation>다음 이미지 {count}장</translation>
    </message>
    <message>
        <source>These digits are made up.</source>
        <translation>프로그램이 만들어 낸 숫자입니다.</translation>
    </message>
    <message>
        <source>Use the real MNIST</source>
        <translation>진짜 MNIST 쓰기</translation>
    </message>
    <message>
        <source>Downloads 11 MB once and keeps them; then it works offline</source>
        <translation>11 MB를 한 번만 내려받아 보관합니다. 그 뒤로는 인터넷 없이도 됩니다</translation>
    </message>
    <message>
        <source>Your drawing is a batch of one: every matrix of the batch has a single row. Nobody has written down the right answer, so there is no right or wrong.</source>
        <translation>직접 그린 숫자는 한 장짜리 배치입니다. 그래서 배치의 행렬은 모두 한 행뿐입니다. 정답 레이블이 없으므로 맞고 틀림도 없습니다.</translation>
    </message>
    <message>
        <source>Back to the data</source>
        <translation>데이터로 돌아가기</translation>
    </message>
    <message>
        <source>{mark} read wrong</source>
        <translation>{mark} 틀림</translation>
    </message>
    <message>
        <source>your drawing</source>
        <translation>직접 그린 숫자</translation>
    </message>
    <message>
        <source>{first}–{last} of {total}</source>
        <translation>{first}–{last} / {total}</translation>
    </message>
    <message>
        <source>Accuracy {share} ({right} of {count})</source>
        <translation>정확도 {share} ({count}장 중 {right}장)</translation>
    </message>
    <message>
        <source>What the network gives each class</source>
        <translation>신경망이 각 클래스에 준 값</translation>
    </message>
    <message>
        <source>Read as {answer}</source>
        <translation>추론 {answer}</translation>
    </message>
    <message>
        <source>Your drawing</source>
        <translation>직접 그린 숫자</translation>
    </message>
    <message>
        <source>No label</source>
        <translation>정답 없음</translation>
    </message>
    <message>
        <source>Image {index}</source>
        <translation>{index}번 이미지</translation>
    </message>
    <message>
        <source>Label {label}</source>
        <translation>정답 {label}</translation>
    </message>
    <message>
        <source>Probability of each digit</source>
        <translation>숫자별 확률</translation>
    </message>
    <message>
        <source>Score of each digit (not a probability)</source>
        <translation>숫자별 점수 (확률이 아닙니다)</translation>
    </message>
    <message>
        <source>Image {index}: label {label}, read as {answer}, {mark}</source>
        <translation>{index}번 이미지: 정답 {label}, 추론 {answer}, {mark}</translation>
    </message>
    <message>
        <source>The images of the batch</source>
        <translation>배치의 이미지</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>이전 단계로</translation>
    </message>
    <message>
        <source>The step before (←)</source>
        <translation>이전 단계 (←)</translation>
    </message>
    <message>
        <source>Step forward</source>
        <translation>다음 단계로</translation>
    </message>
    <message>
        <source>The next step (→)</source>
        <translation>다음 단계 (→)</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>Click a row to select its image.</source>
        <translation>행을 누르면 그 이미지가 선택됩니다.</translation>
    </message>
    <message>
        <source>exactly {value} · image {row}, {column_kind} {column}</source>
        <translation>정확한 값 {value} · 이미지 {row}, {column_kind} {column}</translation>
    </message>
    <message>
        <source>class</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>neuron</source>
        <translation>뉴런</translation>
    </message>
    <message>
        <source>{count} images (rows)</source>
        <translation>이미지 {count}장 (행)</translation>
    </message>
    <message>
        <source>{count} classes (columns)</source>
        <translation>클래스 {count}개 (열)</translation>
    </message>
    <message>
        <source>{count} neurons (columns)</source>
        <translation>뉴런 {count}개 (열)</translation>
    </message>
    <message>
        <source>Weights and digits are being loaded. Others can be opened from the File menu, or dropped on the window.</source>
        <translation>가중치와 숫자를 불러오고 있습니다. 다른 파일은 파일 메뉴에서 열거나 창에 끌어다 놓으세요.</translation>
    </message>
    <message>
        <source>The network as blocks</source>
        <translation>블록으로 본 신경망</translation>
    </message>
    <message>
        <source>Click a block to go to its step</source>
        <translation>블록을 누르면 그 단계로 갑니다</translation>
    </message>
    <message>
        <source>use {function} in layer {number}</source>
        <translation>{number}층에 {function} 사용</translation>
    </message>
    <message>
        <source>Every image becomes {outputs} sums: each neuron multiplies all {inputs} pixels by its weights, adds them up, and adds its bias.</source>
        <translation>이미지 한 장이 {outputs}개의 합이 됩니다. 뉴런마다 픽셀 {inputs}개에 가중치를 곱해 모두 더하고 편향을 더합니다.</translation>
    </message>
    <message>
        <source>Each neuron of this layer weighs all {inputs} signals of the layer before it and adds its bias: {outputs} sums for every image.</source>
        <translation>이 층의 뉴런은 앞 층의 신호 {inputs}개에 가중치를 곱해 더하고 편향을 더합니다. 이미지마다 합이 {outputs}개 나옵니다.</translation>
    </message>
    <message>
        <source>Scores become probabilities that add up to 1. Their order stays, so the largest score gives the answer.</source>
        <translation>점수가 합이 1인 확률로 바뀝니다. 대소 관계는 그대로이므로 점수가 가장 큰 것이 답입니다.</translation>
    </message>
    <message>
        <source>The sums are handed on as they are. Two layers with no bend between them are no more than one.</source>
        <translation>합을 그대로 넘깁니다. 사이에 비선형 함수가 없는 두 층은 한 층과 다를 바 없습니다.</translation>
    </message>
    <message>
        <source>The sums are handed on as they are: scores, not probabilities. The largest is the answer.</source>
        <translation>합을 그대로 내보냅니다. 확률이 아니라 점수이며, 가장 큰 것이 답입니다.</translation>
    </message>
    <message>
        <source>What is below 0 is cut off, what is above passes. Each number is treated by itself, so the shape stays.</source>
        <translation>0보다 작으면 0으로 자르고, 0보다 크면 그대로 통과시킵니다. 원소마다 따로 계산하므로 형상은 그대로입니다.</translation>
    </message>
    <message>
        <source>Each sum is bent into a signal from {low} to {high}. Each number is treated by itself, so the shape stays.</source>
        <translation>각 합을 {low}에서 {high} 사이의 신호로 바꿉니다. 원소마다 따로 계산하므로 형상은 그대로입니다.</translation>
    </message>
    <message>
        <source>Each sum is bent by h. Each number is treated by itself, so the shape stays.</source>
        <translation>활성화 함수 h가 각 합을 신호로 바꿉니다. 원소마다 따로 계산하므로 형상은 그대로입니다.</translation>
    </message>
    <message>
        <source>the batch: a row for each image, a column for each pixel</source>
        <translation>배치: 행은 이미지, 열은 픽셀</translation>
    </message>
    <message>
        <source>weights: a column for each neuron</source>
        <translation>가중치: 열마다 뉴런 하나</translation>
    </message>
    <message>
        <source>biases: one for each neuron, added to every row</source>
        <translation>편향: 뉴런마다 하나, 모든 행에 더해집니다</translation>
    </message>
    <message>
        <source>weighted sums: a row for each image</source>
        <translation>가중치를 곱한 합: 행은 이미지</translation>
    </message>
    <message>
        <source>signals: the sums after the activation</source>
        <translation>신호: 활성화 함수를 거친 합</translation>
    </message>
    <message>
        <source>the answers: a row for each image, a column for each class</source>
        <translation>출력: 행은 이미지, 열은 클래스</translation>
    </message>
    <message>
        <source>no number anywhere (nan)</source>
        <translation>모두 수가 아님(nan)</translation>
    </message>
    <message>
        <source>min {low} · max {high} · mean {mean}</source>
        <translation>최소 {low} · 최대 {high} · 평균 {mean}</translation>
    </message>
    <message>
        <source> · {count} nan</source>
        <translation> · nan {count}개</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>수가 아님</translation>
    </message>
    <message>
        <source>✓ right</source>
        <translation>✓ 맞음</translation>
    </message>
    <message>
        <source>✕ wrong</source>
        <translation>✕ 틀림</translation>
    </message>
    <message>
        <source>Activation of this layer</source>
        <translation>이 층의 활성화 함수</translation>
    </message>
    <message>
        <source>Put another function between these layers. The weights stay.</source>
        <translation>이 층의 활성화 함수를 다른 함수로 바꿉니다. 가중치는 그대로입니다.</translation>
    </message>
    <message>
        <source>Back to the file&apos;s own function</source>
        <translation>파일의 원래 함수로 되돌리기</translation>
    </message>
    <message>
        <source>{function} · as opened</source>
        <translation>{function} · 원래 함수</translation>
    </message>
    <message>
        <source>Back to {function}, as it was opened</source>
        <translation>원래 함수로 되돌리기: {function}</translation>
    </message>
</context>
</TS>
